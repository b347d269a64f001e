using ClaimsCloud.Edge;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Care;
using ClaimsCloud.Testing.OnlineClaims;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>The station's PC: the real connector over the gateway, and the terminal of the closed network that it serves.</summary>
internal sealed class StationSite : IAsyncDisposable {
    private readonly TemporaryFolder folder = new();
    private readonly CancellationTokenSource stop = new();
    private readonly PortalStack stack;
    private EdgeHost? edge;
    private Task running = Task.CompletedTask;

    public StationSite(PortalStack stack) {
        this.stack = stack;
        Terminal = new("受付", Folder("out"), Folder("in"));
        ClosedNetwork = new(stack.Time);
        Oqs = new(Folder("oqs"), stack.Time, 3);
    }

    public Terminal Terminal { get; }
    public OnlineClaimsSystem ClosedNetwork { get; }
    public OqsSimulator Oqs { get; }

    /// <summary>国保連合会 of 介護, and the folders of the software that sends to it.</summary>
    public CareFederation Federation { get; } = new();
    public string CareOut => Folder("care-out");
    public string CareIn => Folder("care-in");

    public async Task Start(string code, string deviceName = "事務所のPC") {
        await Enrolment.Enrol(new EdgeSettings(stack.Address, "", "", Terminal.Out, Terminal.In) { OqsRoot = Folder("oqs"), CareOut = CareOut, CareIn = CareIn }, code, deviceName, Folder("data"), stop.Token);
        edge = EdgeHost.Build(new(Folder("data")) { Time = stack.Time, ScanEvery = TimeSpan.FromMilliseconds(50), WorkWait = TimeSpan.FromSeconds(1) });
        running = Task.WhenAll(Task.Run(() => edge.Run(stop.Token)), Oqs.Run(TimeSpan.FromMilliseconds(50), stop.Token));
    }

    public async ValueTask DisposeAsync() {
        await stop.CancelAsync();
        await running;
        edge?.Dispose();
        stop.Dispose();
        folder.Dispose();
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
}
