using System.Text.Json;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary>One finding as every command prints it. The JSON is described in this project's README.</summary>
internal static class FindingOutput {
    public static void Write(Utf8JsonWriter json, Finding finding) {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("verdict", finding.Verdict.Name());
        Write(json, "claim", finding.Place.Claim);
        json.WriteString("record", finding.Place.Record);
        Write(json, "line", finding.Place.Line);
        Write(json, "offset", finding.Place.Offset);
        json.WriteString("field", finding.Place.Field);
        json.WriteString("message", finding.Message);
        json.WriteString("fix", finding.Fix);
        json.WriteString("source", finding.Source);
        json.WriteEndObject();
    }

    public static void WriteAll(Utf8JsonWriter json, IReadOnlyList<Finding> findings) {
        json.WriteStartArray("findings");
        foreach (var finding in findings) Write(json, finding);
        json.WriteEndArray();
    }

    public static void Write(TextWriter output, Finding finding) {
        output.WriteLine($"{Where(finding.Place)}{finding.Code} {(finding.Verdict == Verdict.Fail ? finding.Severity.Japanese() : finding.Verdict.Japanese())}　{finding.Message}");
        output.WriteLine($"    直し方: {finding.Fix}（{finding.Source}）");
    }

    public static void Write(Utf8JsonWriter json, string name, long? value) {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static string Where(Place place) =>
        (place.Claim is { } claim ? $"レセプト{claim} " : "") + (place.Line is { } line ? $"{line}行 " : "")
        + (place.Offset is { } offset ? $"{offset}バイト目 " : "") + (place.Record is { } record ? $"{record} " : "");
}
