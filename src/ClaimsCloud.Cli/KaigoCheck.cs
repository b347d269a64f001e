using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary><c>claims kaigo check FILE [--json]</c>: all findings about a file to or from 国保連合会. The JSON is that of <c>uke check</c>.</summary>
internal static class KaigoCheck {
    public static Command Command() {
        var file = FileArgument.Create();
        var store = StoreFolder.Option();
        var json = FileArgument.JsonOption();
        var command = new Command("check", "介護給付費の請求ファイルや、連合会から戻ったファイルを点検します。") { file, store, json };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => {
            if (CareCodeStore.Open(parsed.GetValue(store)) is not { } codes) return ExitCode.Unusable;
            var findings = CareFileCheck.Run(stream, codes);
            if (parsed.GetValue(json)) Json(findings);
            else Text(findings);
            return findings.Any(f => f.Code == CareRules.Frame.Code && f.Place.Line is null or 1) ? ExitCode.Unusable : findings.Any(f => f.IsError) ? ExitCode.Findings : ExitCode.Clean;
        }));
        return command;
    }

    private static void Json(IReadOnlyList<Finding> findings) {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        json.WriteStartArray();
        foreach (var finding in findings) FindingOutput.Write(json, finding);
        json.WriteEndArray();
    }

    private static void Text(IReadOnlyList<Finding> findings) {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var finding in findings) FindingOutput.Write(output, finding);
        output.WriteLine(string.Join("　", Enum.GetValues<Severity>().Select(s => $"{s.Japanese()} {findings.Count(f => f.Severity == s):N0}件")));
    }
}
