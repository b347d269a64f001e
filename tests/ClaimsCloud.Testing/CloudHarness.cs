using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Functions;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Storage.Embedded.Keys;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Testing;

/// <summary>
/// The real functions host on a free loopback port, over real stores in a folder of its own, with a clock and keys that the test owns. Stations are
/// made by the product's own use case; clients carry the tokens that the gateway would make.
/// </summary>
public sealed class CloudHarness : IAsyncDisposable {
    public static readonly DateTimeOffset Start = new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("claimscloud-cloud-").FullName;
    private readonly ECDsa edgeTokenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    // A test that asks first, with Expect: 100-continue, means to hear the answer and not to send the body.
    private readonly SocketsHttpHandler sockets = new() { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
    private readonly string secretsKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly LogLines log = new();
    private FunctionsHost? host;
    private readonly SendWake? wakes;
    private readonly StoreKeys? keys;
    private int stations;

    private CloudHarness(TimeProvider time, SendWake? wakes, StoreKeys? keys) => (Time, this.wakes, this.keys) = (time, wakes, keys);

    public TimeProvider Time { get; }
    public GatewayTokens Tokens { get; } = new();
    public FunctionsHost Host => host ?? throw new InvalidOperationException("The host is not running.");
    public Uri Address => Host.Address;

    /// <summary>Fee tables of the installation; a host that starts after a change takes them.</summary>
    public FeeSchedules Fees { get; set; } = FeeSchedules.BuiltIn;

    /// <summary>Every line the host logged.</summary>
    public IReadOnlyCollection<string> Log => log.Lines;

    /// <param name="time">The machine's clock when null; a <see cref="ManualTime"/> makes waiting a matter of the test.</param>
    /// <param name="wakes">Set to run as under the Functions host of Azure: the test is then that host.</param>
    /// <param name="keys">Null leaves the stores in the clear, so that a test can search them.</param>
    public static async Task<CloudHarness> Run(TimeProvider? time = null, SendWake? wakes = null, StoreKeys? keys = null) {
        var harness = new CloudHarness(time ?? TimeProvider.System, wakes, keys);
        await harness.StartHost();
        return harness;
    }

    /// <summary>Stops the host and starts a new one over the same data; its address changes.</summary>
    public async Task Restart() {
        await StopHost();
        await StartHost();
    }

    /// <summary>Time passes while the host is stopped: years of its timers would take as long to ring. Its address changes.</summary>
    public async Task Sleep(TimeSpan passed) {
        await StopHost();
        ((ManualTime)Time).Advance(passed);
        await StartHost();
    }

    /// <summary>A tenant of its own, with one admin whose password is <see cref="HarnessStation.Password"/> and whose second factor, where it is on, is <see cref="HarnessStation.TotpKey"/>.</summary>
    public async Task<HarnessStation> OpenStation(string stationCode = "1234567", string name = "いぶき訪問看護ステーション", SecondFactor secondFactor = SecondFactor.Off) {
        var login = $"biller{Interlocked.Increment(ref stations)}";
        var outcome = await Host.OpenStation(new(name, stationCode, login, "請求 花子", HarnessStation.Password) { SecondFactor = secondFactor, TotpKey = HarnessStation.TotpKey }, CancellationToken.None);
        return outcome.Succeeded(out var opened, out var refusal)
            ? new(this, opened.Tenant, opened.PersonId, login)
            : throw new InvalidOperationException(refusal.Title);
    }

    public HttpClient Desk() => Client(() => Tokens.Make(Time.GetUtcNow(), "desk-person", InternalToken.DeskRole, null));

    public HttpClient Engineer() => Client(() => Tokens.Make(Time.GetUtcNow(), "engineer-person", InternalToken.EngineerRole, null));

    public HttpClient Gateway() => Client(() => Tokens.Make(Time.GetUtcNow(), "gateway", InternalToken.GatewayRole, null));

    /// <summary>A client that asks for its token anew before each call; without one when it gives null.</summary>
    public HttpClient Client(Func<string?>? token = null) =>
        new(new TokenPerCall(token ?? (() => null), sockets), disposeHandler: false) { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Fictional stations as the desk sees them; the host starts anew over them.</summary>
    public async Task SeedFleet(int count) {
        await StopHost();
        await FleetSeed.Write(folder, count, Time.GetUtcNow(), open: false, CancellationToken.None, keys);
        await StartHost();
    }

    /// <summary>Somebody does something to the data folder, whose path is given, while the host is stopped; its address changes.</summary>
    public async Task WhileStopped(Func<string, Task> work) {
        await StopHost();
        await work(folder);
        await StartHost();
    }

    /// <summary>Somebody does something to the stores while the host is stopped; its address changes.</summary>
    public async Task WithStores(Func<IStores, Task> work) {
        await StopHost();
        await using (var stores = EmbeddedStores.Open(folder, Time, new(), keys)) await work(stores);
        await StartHost();
    }

    /// <summary>Whether the text stands in any file of the data folder; the host is stopped for the search.</summary>
    public async Task<bool> StoresContain(string text) => (await InStores([text], System.Text.Encoding.UTF8)).Count > 0;

    /// <summary>Those of the texts that stand in any file of the data folder, or in the name of one, in any of the encodings; the host is stopped for the search.</summary>
    public async Task<IReadOnlyList<string>> InStores(IReadOnlyCollection<string> texts, params IReadOnlyList<System.Text.Encoding> encodings) {
        await StopHost();
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var text in texts)
                if (file.Contains(text, StringComparison.Ordinal) || encodings.Any(e => bytes.AsSpan().IndexOf(e.GetBytes(text)) >= 0)) found.Add($"{text} in {Path.GetFileName(file)}");
        }
        await StartHost();
        return found;
    }

    public async ValueTask DisposeAsync() {
        await StopHost();
        sockets.Dispose();
        edgeTokenKey.Dispose();
        Tokens.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartHost() {
        host = FunctionsHost.Build(new(folder, "http://127.0.0.1:0", Tokens.PublicKeyPem, edgeTokenKey.ExportPkcs8PrivateKeyPem(), secretsKey) {
            Time = Time, Wakes = wakes, Fees = Fees, StoreKeys = keys, Logging = logging => logging.AddProvider(log),
        });
        if (wakes is not null) host.MapTriggers();
        await host.App.StartAsync();
    }

    private async Task StopHost() {
        if (host is null) return;
        await host.App.StopAsync();
        await host.DisposeAsync();
        host = null;
    }

    private sealed class TokenPerCall(Func<string?> token, HttpMessageHandler inner) : DelegatingHandler(inner) {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) {
            if (token() is { } now) request.Headers.Authorization = new("Bearer", now);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
