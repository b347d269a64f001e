using System.Diagnostics;

namespace ClaimsCloud.Storage.Azure.Tests.Servers;

/// <summary>A real server in a process of its own, from the line that says it is ready until the tests are over.</summary>
internal sealed class ServerProcess : IAsyncDisposable {
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process process;

    private ServerProcess(Process process) => this.process = process;

    /// <param name="ready">What the line says that tells it is ready; the rest of that line is the answer, in general an address.</param>
    public static async Task<(ServerProcess Server, string Answer)> Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string ready) {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var started = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var (said, answer) = (new List<string>(), new TaskCompletionSource<string>());
        void Hear(string? line) {
            if (line is null) return;
            lock (said) said.Add(line);
            if (line.IndexOf(ready, StringComparison.Ordinal) is >= 0 and var at) answer.TrySetResult(line[(at + ready.Length)..].Trim());
        }
        started.OutputDataReceived += (_, e) => Hear(e.Data);
        started.ErrorDataReceived += (_, e) => Hear(e.Data);
        started.EnableRaisingEvents = true;
        started.Exited += (_, _) => answer.TrySetException(new InvalidOperationException($"{program} ended before it was ready."));
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        try {
            return (new(started), await answer.Task.WaitAsync(Patience));
        } catch (Exception e) when (e is TimeoutException or InvalidOperationException) {
            await new ServerProcess(started).DisposeAsync();
            lock (said) throw new InvalidOperationException($"{e.Message}\n{string.Join('\n', said.TakeLast(20))}", e);
        }
    }

    public async ValueTask DisposeAsync() {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
