using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Cli;

/// <summary><c>claims oqs read FILE [--name NAME] [--json]</c>: request, answer, face result or <c>.err</c>, by the file's name. The JSON is described in this project's README.</summary>
internal static class OqsRead {
    public static Command Command() {
        var file = new Argument<string>("FILE") { Description = "オンライン資格確認のファイル。- は標準入力です。" };
        var name = new Option<string?>("--name") { Description = "本来のファイル名（OQSsiquc01res_….xml など）。名前を変えたファイルと標準入力に使います。" };
        var json = FileArgument.JsonOption();
        var command = new Command("read", "要求・回答のファイルを項目ごとに読み出します。") { file, name, json };
        command.SetAction(parsed => {
            var path = parsed.GetRequiredValue(file);
            if (OqsFileName.Parse(parsed.GetValue(name) ?? Path.GetFileName(path)) is { } known)
                return (int)FileArgument.Read(path, stream => Read(known, Bytes(stream), parsed.GetValue(json) ? Json : Text));
            Console.Error.WriteLine($"{path} はオンライン資格確認のファイル名ではありません。--name で本来のファイル名を指定してください。");
            return (int)ExitCode.Unusable;
        });
        return command;
    }

    private static ExitCode Read(OqsFileName name, byte[] bytes, Action<OqsReading> show) {
        var answer = AnswerReader.Read(name, bytes);
        var reading = name switch {
            { Extension: "err" } => new OqsReading(answer, null, ErrFile.Read(bytes)),
            { Role: OqsFileRole.Request } => new OqsReading(answer, RequestReader.Read(name, bytes), null),
            _ => new OqsReading(answer, null, null),
        };
        show(reading);
        return !reading.Findings.Any(f => f.IsError) ? ExitCode.Clean : reading.Findings.Any(f => f.Severity == Severity.FileRefused) ? ExitCode.Unusable : ExitCode.Findings;
    }

    private static byte[] Bytes(Stream stream) {
        // One byte more than any message may have is enough for the reader to say that it is too large.
        var into = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; into.Length <= OqsLimits.BulkFile && (read = stream.Read(part)) > 0;) into.Write(part, 0, read);
        return into.ToArray();
    }

    private static void Json(OqsReading reading) {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, FileArgument.Json);
        OqsReadingJson.Write(json, reading);
    }

    private static void Text(OqsReading reading) {
        var answer = reading.Answer;
        Console.WriteLine($"{answer.Name.Interface?.Japanese ?? "種類不明"}　{answer.Name}");
        if (reading.Refusal is { } refusal) Console.WriteLine($"  受付不能　{refusal.Code}　{refusal.Message}");
        else {
            Show(answer.Header, "  ");
            Show(answer.Body, "  ");
        }
        foreach (var finding in reading.Findings) Console.WriteLine($"{finding.Code} {finding.Severity.Japanese()}　{finding.Message}\n    直し方: {finding.Fix}");
    }

    private static void Show(Block block, string indent) {
        foreach (var value in block.Values) Console.WriteLine($"{indent}{value.Japanese ?? value.Element}: {value.Text}{(value.Meaning is { } meaning ? $"（{meaning}）" : "")}");
        foreach (var inner in block.Blocks) {
            Console.WriteLine($"{indent}［{inner.Name}］");
            Show(inner, indent + "  ");
        }
    }
}
