using System.Text.Json;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// A message as JSON (stable): official element names in the order of our tables, values exactly as written. A code is <c>{"code","meaning"}</c>, its meaning null when
/// unknown; inner blocks are arrays; an element that occurs more than once is an array.
/// </summary>
public static class AnswerJson {
    /// <summary>Writes <c>header</c>, <c>body</c> (what is outside the units) and <c>units</c> into an open object.</summary>
    public static void Write(Utf8JsonWriter json, OqsAnswer answer) {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answer);
        json.WritePropertyName("header");
        Write(json, answer.Header, []);
        json.WritePropertyName("body");
        var units = answer.Units.Select(u => u.Block).ToHashSet(ReferenceEqualityComparer.Instance);
        Write(json, units.Contains(answer.Body) ? Block.Empty("MessageBody") : answer.Body, units);
        json.WriteStartArray("units");
        foreach (var unit in answer.Units) Write(json, unit.Block, []);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Block block, HashSet<object?> apart) {
        json.WriteStartObject();
        foreach (var element in block.Values.GroupBy(v => v.Element, StringComparer.Ordinal)) {
            json.WritePropertyName(element.Key);
            var values = element.ToList();
            var several = values.Count > 1 || values[0].Form == ElementForm.Repeated;
            if (several) json.WriteStartArray();
            foreach (var value in values) Write(json, value);
            if (several) json.WriteEndArray();
        }
        foreach (var inner in block.Blocks.Where(b => !apart.Contains(b)).GroupBy(b => b.Name, StringComparer.Ordinal)) {
            json.WriteStartArray(inner.Key);
            foreach (var one in inner) Write(json, one, []);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BlockValue value) {
        if (value.Form != ElementForm.Code) {
            json.WriteStringValue(value.Text);
            return;
        }
        json.WriteStartObject();
        json.WriteString("code", value.Text);
        json.WriteString("meaning", value.Meaning);
        json.WriteEndObject();
    }
}
