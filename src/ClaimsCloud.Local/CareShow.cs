using System.Diagnostics;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Care;
using ClaimsCloud.Testing.OnlineClaims;

namespace ClaimsCloud.Local;

/// <summary>
/// A station's month with both insurances: the medical files go to オンライン請求, the care file into the import folder of the (simulated) sending software. One care claim comes back and is corrected,
/// one is held and never sent again; after two more months every yen of the care claims is decided. The clock stands in November 2024 and is moved on.
/// </summary>
internal sealed class CareShow : IAsyncDisposable {
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly ShiftedTime _clock;
    private readonly CareFederation _federation = new();
    private readonly CancellationTokenSource _site;
    private readonly string _import, _inbox;
    private readonly LocalCloud _cloud;
    private readonly LocalKeys _keys;
    private readonly string _tenant;
    private readonly EdgeHost _connector;
    private readonly Task _running;
    private CloudReader _person;

    private CareShow(LocalCloud cloud, LocalKeys keys, string tenant, DemoStation station, ShiftedTime clock, (string Import, string Inbox) software, CancellationToken stop) {
        (_cloud, _keys, _tenant, _clock, (_import, _inbox)) = (cloud, keys, tenant, clock, software);
        _site = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _connector = EdgeHost.Build(new EdgeOptions(station.ConnectorFolder) { ScanEvery = Look, Time = clock });
        _running = Task.WhenAll(_connector.Run(_site.Token), new AutomaticPerson(cloud.ClosedNetwork, station.Terminal, Look, clock).Run(_site.Token));
        _person = Reader();
    }

    public static async Task<int> Run(CancellationToken stop) {
        var started = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("claimscloud-care-");
        try {
            bool went;
            await using (var show = await Start(folder.FullName, stop)) went = await show.Play(stop);
            Console.WriteLine($"\n{(went ? "介護の返戻は再請求で支払われ、保留は送り直さずに支払われました。未決定は0円です" : "思ったとおりになりませんでした")}（{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}秒）。");
            return went ? 0 : 1;
        } finally {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<CareShow> Start(string folder, CancellationToken stop) {
        var clock = new ShiftedTime(new(2024, 11, 5, 10, 0, 0, TimeSpan.FromHours(9)));
        var keys = await LocalKeys.Of(folder, stop);
        var station = DemoStation.In(folder, "いぶき訪問看護ステーション", "9990018", "ibuki", "");
        var (import, inbox) = (Directory.CreateDirectory(Path.Combine(folder, "伝送ソフト", "取込")).FullName, Directory.CreateDirectory(Path.Combine(folder, "伝送ソフト", "受信")).FullName);
        var cloud = await LocalCloud.Start(folder, keys, [station], 0, null, clock);
        var outcome = await cloud.Functions.OpenStation(new(station.Name, station.Code, station.Login, "請求 花子", DemoStation.Password) { TotpKey = DemoStation.TotpKey }, stop);
        if (!outcome.Succeeded(out var opened, out var refusal)) throw new InvalidOperationException(refusal.Title);
        using var screen = new Screen(cloud.Address);
        await screen.SignIn(station.Login, DemoStation.Password, clock);
        await Enrolment.Enrol(new EdgeSettings(cloud.Address, "", "", station.Terminal.Out, station.Terminal.In) { CareOut = import, CareIn = inbox }, await screen.NewEnrolmentCode(), "受付のPC", station.ConnectorFolder, stop);
        return new(cloud, keys, opened.Tenant.Value, station, clock, (import, inbox), stop);
    }

    private async Task<bool> Play(CancellationToken stop) {
        await Import(correctLevel: false, stop);
        var first = await Build(null, stop);
        foreach (var file in first.Files) await Send(file, stop);
        if (!await Placed(first)) return false;
        var all = await Say("11月5日　2024年10月分を、医療保険と介護保険で請求しました", "202411");

        MoveOn(28);
        await Answer("202411", new(new Dictionary<string, string> { [CareStory.Returned] = "12QJ" }, [CareStory.Held], []), stop);
        var answered = await Say("12月3日　連合会から審査と支払の結果が届きました", "202411");

        await Import(correctLevel: true, stop);
        var second = await Build("care", stop);
        if (second.Files is not [{ Claims: 1 }]) return false;
        await Send(second.Files[0], stop);
        if (!await Placed(second)) return false;
        await Say("12月3日　返戻の1件を直して請求しました（保留の1件は送っていません）", "202411", "202412");

        MoveOn(31);
        await Answer("202412", CareVerdict.AllPaid with { Revived = [CareStory.Held] }, stop);
        var end = await Say("1月3日　2回目の結果が届きました", "202411", "202412");
        var risk = await _person.YenAtRisk();
        Console.WriteLine($"まだ請求が確定していない金額（両方の保険） {risk.TotalYen:N0}円");
        var heldSent = _federation.Received.Count(f => System.Text.Encoding.ASCII.GetString(f).Contains($",{CareStory.Held},", StringComparison.Ordinal));
        return all[0].OpenYen > 0 && answered[0] is { OpenYen: 0, HeldYen: > 0, ReturnedYen: > 0 } && end.All(s => s is { OpenYen: 0, HeldYen: 0 }) && end[1].PaidYen == end[0].ReturnedYen && heldSent == 1 && risk.TotalYen == 0;
    }

    private async Task Import(bool correctLevel, CancellationToken stop) {
        var import = await _person.Post<ImportDetail>($"months/{CareStory.Month}/imports?name=month.json", new ByteArrayContent(CareStory.Records(correctLevel)));
        await Waiting.Until(() => _person.Get<ImportDetail>($"months/{CareStory.Month}/imports/{import.ImportId}"), i => i.State == ImportState.Done, stop);
    }

    private async Task<ClaimBuildDetail> Build(string? only, CancellationToken stop) {
        var build = await _person.Post<ClaimBuildDetail>($"months/{CareStory.Month}/builds?only={only}", null);
        return await Waiting.Until(() => _person.Get<ClaimBuildDetail>($"months/{CareStory.Month}/builds/{build.BuildId}"), b => b.State != ClaimBuildState.Running, stop);
    }

    /// <summary>Seals a file and waits until it is where it belongs; a medical one until its claim is confirmed.</summary>
    private async Task Send(BuiltFileRow file, CancellationToken stop) {
        await Waiting.Until(() => _person.File(file.FileId), f => f.Sealable || f.File.Errors > 0, stop);
        await _person.Post<ClaimFileDetail>($"claim-files/{file.FileId}/seal", null);
        var end = file.Payer == "care" ? ClaimFileState.SeenUnchanged : ClaimFileState.Confirmed;
        await Waiting.Until(() => _person.File(file.FileId), f => f.File.State == end, stop);
    }

    /// <summary>The sending software takes the file: it has to be the bytes that were sealed.</summary>
    private async Task<bool> Placed(ClaimBuildDetail build) {
        var sent = _federation.SendAll(_import);
        var detail = await _person.File(build.Files.Single(f => f.Payer == "care").FileId);
        return sent == 1 && Convert.ToHexStringLower(SHA256.HashData(_federation.Received[^1])) == detail.Sha256;
    }

    /// <summary>The sending software saves what came from 国保連合会; the connector finds it.</summary>
    private async Task Answer(string month, CareVerdict verdict, CancellationToken stop) {
        var before = (await _person.Get<Page<ReturnFileRow>>(PortalRoutes.ReturnFiles)).Items.Count(f => f.Kind.StartsWith("care-", StringComparison.Ordinal));
        var answers = _federation.Decide(month, verdict);
        foreach (var answer in answers) await File.WriteAllBytesAsync(Path.Combine(_inbox, answer.Name), answer.Bytes, stop);
        await Waiting.Until(() => _person.Get<Page<ReturnFileRow>>(PortalRoutes.ReturnFiles), p => p.Items.Count(f => f.Kind.StartsWith("care-", StringComparison.Ordinal) && f.Outcome == "imported") == before + answers.Count, stop);
    }

    private async Task<IReadOnlyList<CareSumsRow>> Say(string happened, params string[] months) {
        Console.WriteLine($"\n{happened}。");
        var sums = new List<CareSumsRow>();
        foreach (var month in months) {
            var account = await _person.Get<CareAccountDetail>(CareRoutes.Account.Replace("{claimMonth}", month, StringComparison.Ordinal));
            var s = account.Sums;
            sums.Add(s);
            Console.WriteLine($"　{month}送付 {s.Claims}件　請求 {s.ClaimedYen:N0}円 ＝ 支払 {s.PaidYen:N0} ＋ 返戻 {s.ReturnedYen:N0} ＋ 保留 {s.HeldYen:N0} ＋ 増減 {s.AdjustedYen:N0} ＋ 過誤 {s.WithdrawnYen:N0} ＋ 未決定 {s.OpenYen:N0}");
            foreach (var item in account.Items.Where(i => i.Reasons.Count > 0))
                Console.WriteLine($"　　{item.PatientName}　{item.ClaimedYen:N0}円　{Word(item)}　{string.Join('・', item.Reasons.Select(r => $"{r.Code} {r.Title}"))}");
            foreach (var difference in account.Differences) Console.WriteLine($"　　{difference.Code} {difference.Message}");
        }
        return sums;
    }

    private static string Word(CareItemRow item) => item.State switch { "held" => "保留", "paid" => "支払", "returned" => item.SentAgain ? "返戻（再請求済み）" : "返戻", _ => item.State };

    /// <summary>A month later the session of the person is over, and she signs in anew.</summary>
    private void MoveOn(int days) {
        _clock.Advance(TimeSpan.FromDays(days));
        _person.Dispose();
        _person = Reader();
    }

    private CloudReader Reader() => new(_cloud.Functions.Address, _keys.GatewayPrivate, _tenant, _clock.GetUtcNow());

    public async ValueTask DisposeAsync() {
        await _site.CancelAsync();
        await _running;
        _connector.Dispose();
        _person.Dispose();
        _site.Dispose();
        await _cloud.DisposeAsync();
    }
}
