using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimsCloud.Cli;

/// <summary>The file of a command (<c>-</c> is standard input), and one way to fail when it cannot be opened.</summary>
internal static class FileArgument {
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Argument<string> Create() => new("FILE") { Description = "請求ファイル。- は標準入力です。" };

    public static Option<bool> JsonOption() => new("--json") { Description = "JSONで出力します。" };

    public static ExitCode Read(string path, Func<Stream, ExitCode> work) {
        try {
            using var stream = path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return work(stream);
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            Console.Error.WriteLine($"{path} を読めません。{e.Message}");
            return ExitCode.Unusable;
        }
    }
}
