using System.Diagnostics;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>One station on a cloud of its own, with its connector and, at the terminal, a person who uploads, saves the lists and confirms by itself. Nothing of it stays.</summary>
internal sealed class Rehearsal : IAsyncDisposable {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource site;
    private readonly EdgeHost connector;
    private readonly Task running;

    private Rehearsal(LocalCloud cloud, CloudReader reader, Screen screen, DemoStation station, CancellationToken stop) {
        (Cloud, Reader, Screen) = (cloud, reader, screen);
        site = CancellationTokenSource.CreateLinkedTokenSource(stop);
        connector = EdgeHost.Build(new EdgeOptions(station.ConnectorFolder) { ScanEvery = Look });
        running = Task.WhenAll(connector.Run(site.Token), new AutomaticPerson(cloud.ClosedNetwork, station.Terminal, Look, TimeProvider.System).Run(site.Token));
    }

    public LocalCloud Cloud { get; }
    public CloudReader Reader { get; }
    public Screen Screen { get; }

    /// <param name="play">What happens; true: as it should.</param>
    /// <returns>The exit code: 0 or 1.</returns>
    public static async Task<int> Run(string stationCode, StoreKind stores, Func<Rehearsal, CancellationToken, Task<bool>> play, (string Good, string Bad) end, CancellationToken stop) {
        var started = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("claimscloud-rehearsal-");
        try {
            bool went;
            await using (var rehearsal = await Start(folder.FullName, stationCode, stores, stop)) went = await play(rehearsal, stop);
            Console.WriteLine($"{(went ? end.Good : end.Bad)}（{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}秒）。");
            return went ? 0 : 1;
        } finally {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes a file in and waits until it is checked; says why where it cannot be sealed.</summary>
    public async Task<ClaimFileDetail> TakeIn(byte[] bytes, CancellationToken stop) {
        var id = await Screen.Upload("RECEIPTH.UKE", bytes);
        return await Checked(id, stop);
    }

    public async Task<ClaimFileDetail> Checked(string id, CancellationToken stop) {
        var detail = await Until(() => Reader.File(id), d => d.File.State is not (ClaimFileState.Received or ClaimFileState.Checking), stop);
        if (detail.Sealable) return detail;
        Console.WriteLine($"封印できません。{detail.WhyNotSealable}");
        foreach (var finding in (await Reader.Findings(id)).Items) Console.WriteLine($"  {finding.Code} {finding.Line}行 {finding.Message}");
        return detail;
    }

    /// <summary>Seals a file and waits until it is confirmed, or could not be placed.</summary>
    public async Task<ClaimFileDetail> Send(string id, CancellationToken stop) {
        await Screen.Seal(id);
        return await Until(() => Reader.File(id), d => d.File.State is ClaimFileState.Confirmed or ClaimFileState.PlaceRefused && d.Chain.Any(l => l.Kind is "seen" or "refused"), stop);
    }

    /// <summary>What is read when it is as wished, or when patience ends.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> read, Func<T, bool> reached, CancellationToken stop) {
        var started = Stopwatch.GetTimestamp();
        while (true) {
            var now = await read();
            if (reached(now) || Stopwatch.GetElapsedTime(started) > Patience) return now;
            await Task.Delay(Look, stop);
        }
    }

    public async ValueTask DisposeAsync() {
        await site.CancelAsync();
        await running;
        connector.Dispose();
        site.Dispose();
        Screen.Dispose();
        Reader.Dispose();
        await Cloud.DisposeAsync();
    }

    private static async Task<Rehearsal> Start(string folder, string stationCode, StoreKind stores, CancellationToken stop) {
        var keys = await LocalKeys.Of(folder, stop);
        var station = DemoStation.In(folder, "いぶき訪問看護ステーション", stationCode, "ibuki", "");
        var cloud = await LocalCloud.Start(folder, keys, [station], 0, await LocalStores.Open(stores, folder, stop));
        var outcome = await cloud.Functions.OpenStation(new(station.Name, station.Code, station.Login, "請求 花子", DemoStation.Password) { TotpKey = DemoStation.TotpKey }, stop);
        if (!outcome.Succeeded(out var opened, out var refusal)) throw new InvalidOperationException(refusal.Title);
        var screen = new Screen(cloud.Address);
        await screen.SignIn(station.Login, DemoStation.Password, TimeProvider.System);
        await Enrolment.Enrol(cloud.Address, await screen.NewEnrolmentCode(), "受付のPC", station.ConnectorFolder, station.Terminal.Out, station.Terminal.In, stop);
        return new(cloud, new CloudReader(cloud.Functions.Address, keys.GatewayPrivate, opened.Tenant.Value), screen, station, stop);
    }
}
