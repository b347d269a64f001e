using System.Text.Json;

namespace ClaimsCloud.Domain.Records;

/// <summary>
/// A claim file as JSON: an array with one object a line, in file order, so that a file of any size streams. Reading the JSON back gives the file byte for byte.
/// <code>
/// { "line": 1, "offset": 0, "record": "HM", "fields": { "RecordId": "HM", "ReviewOrganization": "1", … } }
/// </code>
/// Fields are named by the layout and are left out when empty. <c>fieldCount</c> is there when the line has another number of fields than the layout,
/// <c>more</c> holds the values behind the last one. A field whose bytes are no text of the repertoire is <c>{ "base64": "…" }</c>. A line of an unknown record
/// is <c>{ …, "base64": "…" }</c> as a whole, and so is the end mark. <c>ending</c> is <c>lf</c>, <c>none</c> or <c>continues</c> when it is not CR LF.
/// </summary>
public static class RecordJson {
    /// <summary>Writes the object of one record.</summary>
    public static void Write(Utf8JsonWriter json, in Record record, ClaimSpec spec) {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(spec);
        json.WriteStartObject();
        json.WriteNumber("line", record.Line);
        json.WriteNumber("offset", record.Offset);
        if (record.ContinuesLine || record.Ending == LineEnding.Continues || spec.Record(record) is not { } layout)
            json.WriteBase64String("base64", record.Bytes);
        else
            WriteFields(json, record, layout);
        if (record.Ending != LineEnding.CrLf) json.WriteString("ending", EndingNames[(int)record.Ending]);
        json.WriteEndObject();
    }

    /// <summary>Writes the line that an object of <see cref="Write"/> stands for.</summary>
    /// <exception cref="FormatException">The object is not of that form, names a field that the layout does not have, or holds text outside the repertoire; the message is Japanese.</exception>
    public static void Copy(JsonElement line, RecordWriter into, ClaimSpec spec) {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(spec);
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("配列の要素はレコードのオブジェクトにしてください。");
        var ending = line.TryGetProperty("ending", out var name) ? EndingOf(name) : LineEnding.CrLf;
        if (line.TryGetProperty("base64", out var raw)) {
            into.WriteRaw(Bytes(raw), ending);
            return;
        }
        var id = line.TryGetProperty("record", out var record) && record.ValueKind == JsonValueKind.String ? record.GetString()! : "";
        var layout = spec.Record(id) ?? throw new FormatException($"レコード識別情報「{id}」は記録条件仕様にありません。");
        var draft = new RecordDraft(layout) { Ending = ending };
        if (line.TryGetProperty("fieldCount", out var count)) draft.Resize(FieldCount(count));
        if (line.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Object)
            foreach (var field in fields.EnumerateObject())
                draft.Set(layout.Field(field.Name)?.Position ?? throw new FormatException($"{id} に項目「{field.Name}」はありません。"), Value(field.Value));
        if (line.TryGetProperty("more", out var more) && more.ValueKind == JsonValueKind.Array)
            foreach (var (index, value) in more.EnumerateArray().Index()) draft.Set(layout.Fields.Count + 1 + index, Value(value));
        into.Write(draft);
    }

    private static readonly string[] EndingNames = ["crlf", "lf", "none", "continues"];

    private static void WriteFields(Utf8JsonWriter json, in Record record, RecordLayout layout) {
        json.WriteString("record", layout.Id);
        if (record.FieldCount != layout.Fields.Count) json.WriteNumber("fieldCount", record.FieldCount);
        json.WriteStartObject("fields");
        foreach (var field in layout.Fields) {
            var bytes = record.Field(field.Position);
            if (bytes.Length == 0) continue;
            json.WritePropertyName(field.English);
            WriteValue(json, bytes);
        }
        json.WriteEndObject();
        if (record.FieldCount <= layout.Fields.Count) return;
        json.WriteStartArray("more");
        for (var position = layout.Fields.Count + 1; position <= record.FieldCount; position++) WriteValue(json, record.Field(position));
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, ReadOnlySpan<byte> bytes) {
        if (ClaimText.TryDecode(bytes, out var text)) {
            json.WriteStringValue(text);
            return;
        }
        json.WriteStartObject();
        json.WriteBase64String("base64", bytes);
        json.WriteEndObject();
    }

    private static byte[] Value(JsonElement value) {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("base64", out var raw)) return Bytes(raw);
        if (value.ValueKind != JsonValueKind.String) throw new FormatException("項目の値は文字列にしてください。");
        var text = value.GetString()!;
        foreach (var c in text)
            if (!ClaimText.Contains(c)) throw new FormatException($"「{c}」（U+{(int)c:X4}）はレセプトに記録できない文字です。");
        if (text.Contains(',', StringComparison.Ordinal)) throw new FormatException("項目の値にコンマは記録できません。");
        return ClaimText.Encode(text);
    }

    private static int FieldCount(JsonElement count) =>
        count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var value) && value is >= 1 and <= RecordReader.MaxBlock
            ? value : throw new FormatException("fieldCount は1以上の整数にしてください。");

    private static byte[] Bytes(JsonElement base64) =>
        base64.ValueKind == JsonValueKind.String && base64.TryGetBytesFromBase64(out var bytes) ? bytes : throw new FormatException("base64 の値を読めません。");

    private static LineEnding EndingOf(JsonElement name) {
        var index = name.ValueKind == JsonValueKind.String ? Array.IndexOf(EndingNames, name.GetString()) : -1;
        return index < 0 ? throw new FormatException("ending は crlf・lf・none・continues のいずれかです。") : (LineEnding)index;
    }
}
