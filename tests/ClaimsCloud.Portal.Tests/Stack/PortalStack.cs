using System.Security.Cryptography;
using ClaimsCloud.Application.Stations;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions;
using ClaimsCloud.Gateway;
using ClaimsCloud.Testing;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>Gateway, portal and functions host as they run in the product, on free loopback ports, over real stores in a folder of its own.</summary>
internal sealed class PortalStack : IAsyncDisposable {
    /// <summary>Thursday of the billing window of November 2024, 10:00 in Japan: the month of the demo files.</summary>
    public static readonly DateTimeOffset Start = new(2024, 11, 7, 10, 0, 0, TimeSpan.FromHours(9));
    public const string Password = "correct horse";

    /// <summary>All tests of a stack call from one address: a test of the limits brings its own.</summary>
    private static readonly GatewayLimits Wide = new() { SignInsPerName = 100_000, SignInsPerAddress = 100_000, EnrolmentsPerAddress = 100_000, PageCalls = 1_000_000 };

    private readonly TemporaryFolder folder = new();
    private readonly ECDsa edgeTokenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa gatewayKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int stations;

    private PortalStack(ShiftedTime time) => Time = time;

    public ShiftedTime Time { get; }
    public FunctionsHost Functions { get; private set; } = null!;
    public PortalHost Portal { get; private set; } = null!;
    public GatewayHost Gateway { get; private set; } = null!;
    public Uri Address => Gateway.Address;
    public string GatewayKeyPem => gatewayKey.ExportPkcs8PrivateKeyPem();

    /// <param name="fleet">So many fictional stations at the desk, in every state of its console.</param>
    public static async Task<PortalStack> Run(DateTimeOffset? start = null, Func<GatewayOptions, GatewayOptions>? with = null, int fleet = 0, Uri? collector = null) {
        var stack = new PortalStack(new(start ?? Start));
        if (fleet > 0) await FleetSeed.Write(stack.folder.Path, fleet, stack.Time.GetUtcNow(), open: true, CancellationToken.None);
        await stack.StartHosts(with ?? (options => options), collector);
        return stack;
    }

    public async Task<StackStation> OpenStation(string name = "いぶき訪問看護ステーション", string stationCode = "1234567", string person = "請求 花子", SecondFactor secondFactor = SecondFactor.Off) {
        var login = $"biller{Interlocked.Increment(ref stations)}";
        var outcome = await Functions.OpenStation(new OpenStationRequest(name, stationCode, login, person, Password) { SecondFactor = secondFactor, TotpKey = HarnessStation.TotpKey }, CancellationToken.None);
        return outcome.Succeeded(out var opened, out var refusal) ? new(this, opened.Tenant.Value, name, login) : throw new InvalidOperationException(refusal.Title);
    }

    /// <summary>An engineer of the vendor, who may also do what the desk does; her second factor is on, as it is for everybody of the vendor.</summary>
    public async Task<string> OpenDesk(string person = "相談 太郎", string login = "desk", string role = InternalToken.EngineerRole) {
        var outcome = await Functions.AddDeskAccount(login, person, Password, CancellationToken.None, role, HarnessStation.TotpKey);
        return outcome.Succeeded(out _, out var refusal) ? login : throw new InvalidOperationException(refusal.Title);
    }

    public async ValueTask DisposeAsync() {
        if (Gateway is not null) await Gateway.DisposeAsync();
        if (Portal is not null) await Portal.DisposeAsync();
        if (Functions is not null) {
            await Functions.App.StopAsync();
            await Functions.DisposeAsync();
        }
        edgeTokenKey.Dispose();
        gatewayKey.Dispose();
        folder.Dispose();
    }

    private async Task StartHosts(Func<GatewayOptions, GatewayOptions> with, Uri? collector) {
        // What goes to a collector is what would stand in the log.
        Action<ILoggingBuilder> log = collector is null ? Quiet : _ => { };
        const string anyPort = "http://127.0.0.1:0";
        var publicKey = gatewayKey.ExportSubjectPublicKeyInfoPem();
        Functions = FunctionsHost.Build(new(folder.Path, anyPort, publicKey, edgeTokenKey.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) { Time = Time, Logging = log, Collector = collector });
        await Functions.App.StartAsync();
        Portal = PortalHost.Build(new(anyPort, Functions.Address, publicKey) { Time = Time, Logging = log, Collector = collector });
        await Portal.App.StartAsync();
        Gateway = GatewayHost.Build(with(new(anyPort, Portal.Address, Functions.Address, GatewayKeyPem) { Time = Time, Logging = log, Limits = Wide, Collector = collector }));
        await Gateway.App.StartAsync();
    }

    private static void Quiet(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.None);
}
