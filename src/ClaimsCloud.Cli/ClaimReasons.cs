using System.Buffers;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Cli;

/// <summary>Why the lines of a claim file are there: one JSON object a line of text, one a claim. Written by <c>build</c>, read by <c>explain</c>.</summary>
internal static class ClaimReasons {
    public static string PathOf(string claimFile) => claimFile + ".why.jsonl";

    public static void Write(TextWriter into, BuiltClaim claim, int number) {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, FileArgument.Json)) {
            json.WriteStartObject();
            json.WriteNumber("claim", number);
            json.WriteString("key", claim.Key);
            json.WriteString("patient", claim.Patient);
            json.WriteStartArray("lines");
            foreach (var (fee, _) in claim.Lines) {
                json.WriteStartObject();
                json.WriteString("date", $"{fee.Date:yyyy-MM-dd}");
                json.WriteString("code", fee.Fee.Code);
                json.WriteNumber("yen", fee.Yen);
                json.WriteString("name", fee.Fee.Name);
                json.WriteString("rule", fee.Reason.Rule);
                json.WriteString("why", fee.Reason.Text);
                json.WriteString("source", fee.Reason.Source);
                json.WriteStartArray("rows");
                foreach (var row in fee.Reason.Rows) json.WriteStringValue(row);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        into.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>The object of a claim; null when the file has none.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    public static JsonElement? Read(string claimFile, int claim) =>
        File.ReadLines(PathOf(claimFile)).ElementAtOrDefault(claim - 1) is { } line ? JsonDocument.Parse(line).RootElement : null;
}
