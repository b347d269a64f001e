using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary><c>claims bundle check BUNDLE [--station CODE] [--json]</c>: what an import would take and what it would not. The JSON is described in this project's README.</summary>
internal static class CheckBundle {
    public static Command Command() {
        var file = BundleText.Argument("BUNDLE");
        var station = new Option<string?>("--station") { Description = "この訪問看護ステーションコード（7桁）の記録でなければ誤りにします。" };
        var json = FileArgument.JsonOption();
        var command = new Command("check", "月次の記録一式を点検します。") { file, station, json };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => {
            var reading = parsed.GetValue(station) is { Length: > 0 } code ? BundleReader.ReadFor(code, stream) : BundleReader.Read(stream);
            if (parsed.GetValue(json)) Json(reading);
            else Text(reading);
            return BundleText.Exit(reading);
        }));
        return command;
    }

    private static void Text(BundleReading reading) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        BundleText.Write(output, reading);
    }

    private static void Json(BundleReading reading) {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartArray();
        foreach (var finding in reading.Findings) Write(json, finding);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, BundleFinding finding) {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("verdict", finding.Verdict.Name());
        json.WriteString("patient", OrNull(finding.Patient));
        json.WriteString("table", OrNull(finding.Place.Table));
        if (finding.Place.Line is { } line) json.WriteNumber("line", line);
        else json.WriteNull("line");
        json.WriteString("key", OrNull(finding.Place.Key));
        json.WriteString("field", OrNull(finding.Place.Field));
        json.WriteString("message", finding.Message);
        json.WriteString("fix", finding.Fix);
        json.WriteString("source", finding.Source);
        json.WriteEndObject();
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
