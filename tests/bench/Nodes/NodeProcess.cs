using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;

namespace ClaimsCloud.Bench.Nodes;

/// <summary>A node in a process of its own, that can be killed and started again over the same data and at the same addresses.</summary>
internal sealed class NodeProcess : IAsyncDisposable {
    public const string LiveWord = "live";
    private readonly (int Door, int Functions) ports = (FreePort(), FreePort());
    private readonly (int Stations, int Connectors) size;
    private Process? process;
    private TaskCompletionSource<NodeMemory> memory = new();

    public NodeProcess(int stations, int connectors) => size = (stations, connectors);

    public string Folder { get; } = Directory.CreateTempSubdirectory("claimscloud-node-").FullName;
    public Uri Door => new($"http://127.0.0.1:{ports.Door}");
    public Uri Functions => new($"http://127.0.0.1:{ports.Functions}");
    public Process Process => process ?? throw new InvalidOperationException("The node does not run.");
    public IReadOnlyList<NodeStation> Stations => JsonSerializer.Deserialize<List<NodeStation>>(File.ReadAllText(NodeHost.StationsFile(Folder)))!;

    public async Task Start() {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        // The bench may run as a program of its own or as an argument of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (var argument in (string[])["node", Folder, Text(ports.Door), Text(ports.Functions), Text(size.Stations), Text(size.Connectors)]) start.ArgumentList.Add(argument);
        // As the hosts run: the default of the web SDK, which a bench does not have.
        start.Environment["DOTNET_gcServer"] = "1";
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line) {
            if (line == "ready") break;
            Console.WriteLine($"node: {line}");
        }
        if (process.HasExited) throw new InvalidOperationException($"The node ended with {process.ExitCode} before it was ready.");
        _ = Tell(process);
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    public async Task Kill() {
        Process.Kill();
        await Process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync() {
        if (process is { HasExited: false }) {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>As it is now, or after a full collection, which makes everybody wait.</summary>
    public async Task<NodeMemory> Memory(bool live = false) {
        memory = new();
        await Process.StandardInput.WriteLineAsync(live ? LiveWord : "");
        return await memory.Task;
    }

    private async Task Tell(Process of) {
        while (await of.StandardOutput.ReadLineAsync() is { } line)
            if (NodeMemory.Of(line) is { } told) memory.TrySetResult(told);
            else Console.WriteLine($"node: {line}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort() {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
