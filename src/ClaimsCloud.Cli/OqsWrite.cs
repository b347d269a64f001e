using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Cli;

/// <summary><c>claims oqs request FILE.json --out FILE</c>: a request file from its JSON. The target appears whole or not at all.</summary>
internal static class OqsWrite {
    public static Command Command() {
        var file = new Argument<string>("FILE.json") { Description = "要求のJSON（形はREADME）。- は標準入力です。" };
        var output = new Option<string>("--out") { Description = "書き出す要求ファイル。", Required = true };
        var command = new Command("request", "JSONから要求ファイルを書きます。") { file, output };
        command.SetAction(parsed => (int)FileArgument.Read(parsed.GetRequiredValue(file), stream => Write(stream, parsed.GetRequiredValue(output))));
        return command;
    }

    private static ExitCode Write(Stream input, string target) {
        WrittenRequest written;
        try {
            written = RequestWriter.Write(RequestJson.Parse(input));
        } catch (JsonException e) {
            Console.Error.WriteLine($"要求のJSONとして読めません。{e.Message}");
            return ExitCode.Unusable;
        }
        foreach (var finding in written.Findings) Console.Error.WriteLine($"{finding.Code} {finding.Place.Field}　{finding.Message}　{finding.Fix}");
        if (written.Findings.Count > 0) return ExitCode.Findings;
        return Place(written.Content.ToArray(), target);
    }

    private static ExitCode Place(byte[] content, string target) {
        var unfinished = target + ".part";
        try {
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, target, overwrite: true);
            return ExitCode.Clean;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"書けませんでした。{e.Message}");
            if (File.Exists(unfinished)) File.Delete(unfinished);
            return ExitCode.Unusable;
        }
    }
}
