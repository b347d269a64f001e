using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary><c>claims uke check FILE [--json]</c>: all findings in file order. The JSON is described in this project's README.</summary>
internal static class UkeCheck {
    public static Command Command() {
        var file = FileArgument.Create();
        var json = FileArgument.JsonOption();
        var command = new Command("check", "請求ファイルを点検します。") { file, json };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => parsed.GetValue(json) ? Json(stream) : Text(stream)));
        return command;
    }

    private static ExitCode Json(Stream file) {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartArray();
        var code = Run(file, finding => FindingJson.Write(json, finding), json.Flush);
        json.WriteEndArray();
        return code;
    }

    private static ExitCode Text(Stream file) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        var counts = new int[Enum.GetValues<Severity>().Length];
        var code = Run(file, finding => {
            counts[(int)finding.Severity]++;
            output.WriteLine($"{Where(finding.Place)}{finding.Code} {(finding.Verdict == Verdict.Fail ? finding.Severity.Japanese() : finding.Verdict.Japanese())}　{finding.Message}");
            output.WriteLine($"    直し方: {finding.Fix}（{finding.Source}）");
        }, () => { });
        output.WriteLine(string.Join("　", Enum.GetValues<Severity>().Select(s => $"{s.Japanese()} {counts[(int)s]:N0}件")));
        return code;
    }

    private static ExitCode Run(Stream file, Action<Finding> report, Action partEnds) {
        var check = new ClaimFileCheck(file);
        var errors = false;
        foreach (var part in check.Run()) {
            foreach (var finding in part.Findings) {
                errors |= finding.IsError;
                report(finding);
            }
            partEnds();
        }
        if (!check.Totals.Readable) return ExitCode.Unusable;
        return errors ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Where(Place place) =>
        (place.Claim is { } claim ? $"レセプト{claim} " : "") + (place.Line is { } line ? $"{line}行 " : "")
        + (place.Offset is { } offset ? $"{offset}バイト目 " : "") + (place.Record is { } record ? $"{record} " : "");
}
