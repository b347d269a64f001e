using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;

namespace ClaimsCloud.Gateway.Proxy;

/// <summary>
/// Where the hosts behind the door are: as the options say, or as a JSON file says that may change while the gateway runs: <c>{"portal":["http://…"],"functions":["http://…","http://…"]}</c>.
/// Calls under way end where they began, the next ones go to the new places; a file that says nothing usable changes nothing.
/// </summary>
internal sealed class Destinations : IHostedService, IDisposable {
    private readonly GatewayOptions options;
    private readonly InMemoryConfigProvider proxy;
    private readonly ILogger<Destinations> log;
    private readonly PhysicalFileProvider? folder;
    private IDisposable? watch;

    public Destinations(GatewayOptions options, InMemoryConfigProvider proxy, ILogger<Destinations> log) {
        (this.options, this.proxy, this.log) = (options, proxy, log);
        Places = new([options.Portal], [options.Functions]);
        if (options.DestinationsFile is not { } file) return;
        // By looking, not by the system's notices: they do not come for files that are mounted.
        folder = new(Path.GetDirectoryName(Path.GetFullPath(file))!) { UsePollingFileWatcher = true, UseActivePolling = true };
        Places = Read(file);
        proxy.Update(RouteTable.Routes, RouteTable.Clusters(Places));
    }

    public Places Places { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken) {
        if (folder is not null) watch = ChangeToken.OnChange(() => folder.Watch(Path.GetFileName(options.DestinationsFile!)), Reload);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) {
        watch?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => folder?.Dispose();

    private void Reload() {
        try {
            Places = Read(options.DestinationsFile!);
            proxy.Update(RouteTable.Routes, RouteTable.Clusters(Places));
            log.LogWarning("Destinations are now: portal {Portal}, functions {Functions}.", string.Join(' ', Places.Portal), string.Join(' ', Places.Functions));
        } catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException) {
            log.LogError(e, "The file of destinations cannot be used; the former ones stay.");
        }
    }

    private static Places Read(string file) {
        using var stream = File.OpenRead(file);
        var places = JsonSerializer.Deserialize<Places>(stream, JsonSerializerOptions.Web);
        return places is { Portal.Count: > 0, Functions.Count: > 0 } && places.Portal.Concat(places.Functions).All(p => p is { IsAbsoluteUri: true, Scheme: "http" or "https" })
            ? places : throw new InvalidOperationException("Each host needs an address (http or https).");
    }
}

/// <summary>Addresses of the hosts behind the door, each of at least one node.</summary>
internal sealed record Places(IReadOnlyList<Uri> Portal, IReadOnlyList<Uri> Functions);
