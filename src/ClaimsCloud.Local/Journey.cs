using System.Diagnostics;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Edge;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>
/// One file from the station's screen to the closed network and its answer back, with nobody there. It is judged by what the closed network received and by
/// the cloud's own record, not by what was sent.
/// </summary>
internal static class Journey {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> Run(FileInfo? claim, StoreKind stores, CancellationToken stop) {
        if (claim is { Exists: false }) {
            await Console.Error.WriteLineAsync($"{claim.FullName} がありません。");
            return 2;
        }
        var started = Stopwatch.GetTimestamp();
        var bytes = claim is null ? UkeText.Sample("manual-shaho") : await File.ReadAllBytesAsync(claim.FullName, stop);
        var folder = Directory.CreateTempSubdirectory("claimscloud-once-");
        try {
            var arrived = await Travel(bytes, folder.FullName, stores, stop);
            Console.WriteLine($"{(arrived ? "届きました" : "届きませんでした")}（{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}秒）。");
            return arrived ? 0 : 1;
        } finally {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Travel(byte[] bytes, string folder, StoreKind stores, CancellationToken stop) {
        var keys = LocalKeys.In(Path.Combine(folder, "keys"));
        var station = DemoStation.In(folder, "いぶき訪問看護ステーション", StationCodeOf(bytes), "ibuki", "");
        await using var cloud = await LocalCloud.Start(folder, keys, [station], 0, await LocalStores.Open(stores, folder, stop));
        var outcome = await cloud.Functions.OpenStation(new(station.Name, station.Code, station.Login, "請求 花子", DemoStation.Password), stop);
        if (!outcome.Succeeded(out var opened, out var refusal)) throw new InvalidOperationException(refusal.Title);
        using var reader = new CloudReader(cloud.Functions.Address, keys.GatewayPrivate, opened.Tenant.Value);
        using var screen = new Screen(cloud.Address);
        await screen.SignIn(station.Login, DemoStation.Password);
        await Enrolment.Enrol(cloud.Address, await screen.NewEnrolmentCode(), "受付のPC", station.ConnectorFolder, station.Terminal.Out, station.Terminal.In, stop);

        using var site = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var connector = EdgeHost.Build(new EdgeOptions(station.ConnectorFolder) { ScanEvery = Look });
        var running = Task.WhenAll(connector.Run(site.Token), new AutomaticPerson(cloud.ClosedNetwork, station.Terminal, Look, TimeProvider.System).Run(site.Token));
        try {
            return await SendAndFollow(bytes, screen, reader, cloud, stop);
        } finally {
            await site.CancelAsync();
            await running;
        }
    }

    private static async Task<bool> SendAndFollow(byte[] bytes, Screen screen, CloudReader reader, LocalCloud cloud, CancellationToken stop) {
        var id = await screen.Upload("RECEIPTH.UKE", bytes);
        var detail = await Until(reader, id, d => d.File.State is not (ClaimFileState.Received or ClaimFileState.Checking), stop);
        if (!detail.Sealable) {
            Console.WriteLine($"封印できません。{detail.WhyNotSealable}");
            foreach (var finding in (await reader.Findings(id)).Items) Console.WriteLine($"  {finding.Code} {finding.Line}行 {finding.Message}");
            return false;
        }
        await screen.Seal(id);
        detail = await Until(reader, id, d => d.File.State is ClaimFileState.Confirmed or ClaimFileState.PlaceRefused && d.Chain.Any(l => l.Kind is "seen" or "refused"), stop);
        foreach (var link in detail.Chain) Print(link);
        return await IsWhole(bytes, id, detail, reader, cloud);
    }

    /// <summary>What arrived is what was sealed is what was given, and every claim has its answer.</summary>
    private static async Task<bool> IsWhole(byte[] bytes, string id, ClaimFileDetail detail, CloudReader reader, LocalCloud cloud) {
        var given = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var received = cloud.ClosedNetwork.Received;
        var claims = await reader.Claims(id);
        var answered = claims.Count(c => c.PayerAnswer is not null);
        Console.WriteLine($"""

            渡したファイル        {given}
            封印した内容          {detail.Sha256}
            閉域網に届いた内容    {(received is [var one] ? one.Sha256 : $"{received.Count}件")}
            結果のあるレセプト    {answered}／{claims.Count}件
            """);
        return detail.File.State == ClaimFileState.Confirmed && detail.Sha256 == given && received is [{ Sha256: var arrived }] && arrived == given
            && claims.Count > 0 && answered == claims.Count;
    }

    private static async Task<ClaimFileDetail> Until(CloudReader reader, string id, Func<ClaimFileDetail, bool> reached, CancellationToken stop) {
        var started = Stopwatch.GetTimestamp();
        while (true) {
            var detail = await reader.File(id);
            if (reached(detail) || Stopwatch.GetElapsedTime(started) > Patience) return detail;
            await Task.Delay(Look, stop);
        }
    }

    private static void Print(ChainLink link) {
        var site = link.SiteTime is { } at ? $"端末 {At(at)}" : "";
        Console.WriteLine($"{link.Kind,-10} {At(link.CloudTime)}  {link.Sha256 ?? "-"}  {link.Actor}  {site}  {link.Detail}");
    }

    private static string At(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm:ss.fff");

    private static string StationCodeOf(byte[] file) {
        var check = new ClaimFileCheck(new MemoryStream(file));
        foreach (var part in check.Run()) _ = part;
        return check.Totals.StationCode is { Length: 7 } code ? code : "9990018";
    }
}
