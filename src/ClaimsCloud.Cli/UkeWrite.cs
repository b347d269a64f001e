using System.CommandLine;
using System.Text.Json;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Cli;

/// <summary><c>claims uke write FILE.json --out FILE</c>: the file that <c>uke read --json</c> read. The target appears whole or not at all.</summary>
internal static class UkeWrite {
    public static Command Command() {
        var file = new Argument<string>("FILE.json") { Description = "uke read --json の出力。- は標準入力です。" };
        var output = TargetFile.OutOption("書き出す請求ファイル。");
        var command = new Command("write", "JSONから請求ファイルを書きます。") { file, output };
        command.SetAction(async (parsed, stop) => (int)await Write(parsed.GetRequiredValue(file), parsed.GetRequiredValue(output), stop));
        return command;
    }

    private static Task<ExitCode> Write(string path, string target, CancellationToken stop) => TargetFile.Write(target, async output => {
        await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        await Copy(input, output, stop);
    });

    private static async Task Copy(Stream input, Stream output, CancellationToken stop) {
        var writer = new RecordWriter(output);
        var number = 0;
        await foreach (var line in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(input, cancellationToken: stop)) {
            number++;
            try {
                RecordJson.Copy(line, writer, ClaimSpec.Release202406);
            } catch (FormatException e) {
                throw new FormatException($"{number}番目のレコード: {e.Message}", e);
            }
        }
        writer.Flush();
    }
}
