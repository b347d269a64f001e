using System.CommandLine;
using System.Text.Json;

namespace ClaimsCloud.Cli;

/// <summary>A file that a command writes: it appears whole or not at all.</summary>
internal static class TargetFile {
    public static Option<string> OutOption(string description) => new("--out") { Description = description, Required = true };

    /// <summary>What <paramref name="write"/> cannot read or make of its input is said on standard error.</summary>
    public static async Task<ExitCode> Write(string target, Func<Stream, Task> write) {
        var unfinished = target + ".part";
        try {
            await using (var output = File.Create(unfinished)) await write(output);
            File.Move(unfinished, target, overwrite: true);
            return ExitCode.Clean;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException) {
            await Console.Error.WriteLineAsync($"書けませんでした。{e.Message}");
            if (File.Exists(unfinished)) File.Delete(unfinished);
            return ExitCode.Unusable;
        }
    }
}
