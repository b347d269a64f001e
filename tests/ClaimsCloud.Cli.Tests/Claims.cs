using System.Diagnostics;
using System.Text.Json;

namespace ClaimsCloud.Cli.Tests;

/// <summary>Runs the real command line as a process.</summary>
internal static class Claims {
    public static (int Exit, byte[] Output, string Error) Run(byte[]? input, params string[] arguments) {
        var start = new ProcessStartInfo("dotnet", [typeof(Claims).Assembly.Location.Replace("ClaimsCloud.Cli.Tests.dll", "ClaimsCloud.Cli.dll", StringComparison.Ordinal), .. arguments]) {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var feeding = Task.Run(() => {
            try {
                using var stdin = process.StandardInput.BaseStream;
                stdin.Write(input ?? []);
            } catch (IOException) {
                // It may end before it has read everything, as with a target it cannot write; the exit code says whether it should have.
            }
        });
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        feeding.GetAwaiter().GetResult();
        return (process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    public static (int Exit, JsonElement[] Findings) Check(byte[] file) {
        var (exit, output, error) = Run(file, "uke", "check", "-", "--json");
        Assert.Equal("", error);
        return (exit, [.. JsonDocument.Parse(output).RootElement.EnumerateArray()]);
    }
}
