using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Local;

/// <summary>
/// A patient's card changes inside the month: the station asks through the real connector and a simulated terminal, a person approves the difference, and the claim's HO
/// records and its forecast follow.
/// </summary>
internal static class CardDemo {
    private const string Month = "202410", Patient = "P3", Former = "39139993", Now = "39139001";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The sample's patient as her insurer knows her since the 10th.</summary>
    private static readonly OqsPerson Haru = new(Now, null, "00998877", null, "野口　ハル", "ﾉｸﾞﾁ ﾊﾙ", "2", "19370822") { ValidFrom = "20241010", Ratio = "010", Former = (Former, "00112233") };

    public static async Task<int> Run(CancellationToken stop) {
        var folder = Directory.CreateTempSubdirectory("claimscloud-card-");
        try {
            return await Run(folder.FullName, stop) ? 0 : 1;
        } finally {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Run(string folder, CancellationToken stop) {
        var keys = await LocalKeys.Of(folder, stop);
        var station = DemoStation.In(folder, "いぶき訪問看護ステーション", "9990018", "ibuki", "");
        await using var cloud = await LocalCloud.Start(folder, keys, [station], 0, null);
        var outcome = await cloud.Functions.OpenStation(new(station.Name, station.Code, station.Login, "請求 花子", DemoStation.Password) { TotpKey = DemoStation.TotpKey }, stop);
        if (!outcome.Succeeded(out var opened, out var refusal)) throw new InvalidOperationException(refusal.Title);
        using var person = new CloudReader(cloud.Functions.Address, keys.GatewayPrivate, opened.Tenant.Value);
        using var screen = new Screen(cloud.Address);
        await screen.SignIn(station.Login, DemoStation.Password, TimeProvider.System);
        var terminal = new OqsSimulator(station.OqsFolder, TimeProvider.System, 1);
        terminal.People.Add(Haru);
        await Enrolment.Enrol(new EdgeSettings(cloud.Address, "", "", station.Terminal.Out, station.Terminal.In) { OqsRoot = station.OqsFolder }, await screen.NewEnrolmentCode(), "受付のPC", station.ConnectorFolder, stop);

        using var site = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var connector = EdgeHost.Build(new EdgeOptions(station.ConnectorFolder) { ScanEvery = Look });
        var running = Task.WhenAll(connector.Run(site.Token), terminal.Run(Look, site.Token));
        try {
            return await Follow(person, stop);
        } finally {
            await site.CancelAsync();
            await running;
        }
    }

    private static async Task<bool> Follow(CloudReader person, CancellationToken stop) {
        await person.Post<ImportDetail>($"months/{Month}/imports?name=month.json", new ByteArrayContent(BundleSamples.Small()));
        await Waiting.Until(() => person.Get<MonthRow>($"months/{Month}"), m => m.State == MonthState.Open, stop);
        var before = await Insurers(person, stop);
        Console.WriteLine($"確認の前の請求ファイル（HOレコードの保険者番号）  {string.Join(' ', before)}");

        await person.Post<AskOutcome>(EligibilityRoutes.Asks, JsonContent.Create(new AskWish(Month, Patient)));
        var row = (await Waiting.Until(() => person.Get<Page<EligibilityRow>>($"{EligibilityRoutes.People}?month={Month}"), p => p.Items.Any(r => r is { Patient: Patient, State: EligibilityState.Differs }), stop)).Items.Single(r => r.Patient == Patient);
        var detail = await person.Get<EligibilityDetail>($"{EligibilityRoutes.People}/{row.PersonId}?month={Month}");
        Show("回答のあと", detail);

        var after = await person.Post<EligibilityDetail>($"{EligibilityRoutes.People}/{row.PersonId}/decisions", JsonContent.Create(new EligibilityDecision(Month, detail.AnswerKey!, "add-card", [])));
        Show("新しい保険証として登録したあと", after);
        var built = await Insurers(person, stop);
        Console.WriteLine($"登録の後の請求ファイル（HOレコードの保険者番号）  {string.Join(' ', built)}");
        return !before.Contains(Now) && built.Contains(Now) && built.Contains(Former) && detail.Row.Forecast == "likely-return" && after.Row.Differences == 0;
    }

    private static void Show(string when, EligibilityDetail detail) {
        var forecast = detail.Row.Forecast switch { "ready" => "問題なし", "not-confirmed" => "未確認", "likely-return" => "返戻見込み", _ => "保留" };
        Console.WriteLine($"\n{when}  {detail.Row.Name}  請求の見込み：{forecast}");
        foreach (var difference in detail.Differences) Console.WriteLine($"  {difference.Japanese}  台帳「{difference.Stored}」 回答「{difference.Answered}」");
        foreach (var finding in detail.Forecast) Console.WriteLine($"  {finding.Code} {finding.Message}{finding.Fix}");
        Console.WriteLine();
    }

    /// <summary>Insurers of the HO records of every file that is built from the month as it is.</summary>
    private static async Task<IReadOnlyList<string>> Insurers(CloudReader person, CancellationToken stop) {
        var build = await person.Post<ClaimBuildDetail>($"months/{Month}/builds", null);
        build = await Waiting.Until(() => person.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}"), b => b.State != ClaimBuildState.Running, stop);
        var insurers = new List<string>();
        foreach (var file in build.Files)
            insurers.AddRange(Encoding.Latin1.GetString(await person.Original(file.FileId)).Split("\r\n").Where(l => l.StartsWith("HO,", StringComparison.Ordinal)).Select(l => l.Split(',')[1].Trim()));
        return insurers;
    }
}
