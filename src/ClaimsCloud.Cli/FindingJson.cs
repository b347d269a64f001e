using System.Text.Json;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary>A finding as this project's README describes it. Every key is always there.</summary>
internal static class FindingJson {
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

    private static void Write(Utf8JsonWriter json, string name, long? value) {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
