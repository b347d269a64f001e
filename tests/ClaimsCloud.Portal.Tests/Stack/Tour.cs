using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.OnlineClaims;
using ClaimsCloud.Testing.Oqs;

[assembly: AssemblyFixture(typeof(ClaimsCloud.Portal.Tests.Stack.Tour))]

namespace ClaimsCloud.Portal.Tests.Stack;

/// <summary>A station in the middle of a billing month: files in every state a page can show, a connector, answers of the payer; beside it an empty station and the desk.</summary>
public sealed partial class Tour : IAsyncLifetime {
    private readonly ConcurrentBag<Visitor> halfway = [];
    private StationSite? site;

    internal PortalStack Stack { get; private set; } = null!;
    internal StackStation Station { get; private set; } = null!;
    internal StackStation EmptyStation { get; private set; } = null!;
    internal Visitor Biller { get; private set; } = null!;
    internal Visitor NewBiller { get; private set; } = null!;
    internal Visitor DeskPerson { get; private set; } = null!;
    internal Visitor Nurse { get; private set; } = null!;
    /// <summary>Whose password was right: of the first, the code of her device is asked for; the second has no device yet. They have ten minutes, so each look signs in anew.</summary>
    internal const string BeforeCode = "desk2", BeforeSetUp = "desk3";
    /// <summary>Address of the nurse as her admin sees her.</summary>
    internal string PersonPage { get; private set; } = "";
    internal string PersonRequest { get; private set; } = "";
    internal string HoldLift { get; private set; } = "";
    /// <summary>Address of the file that the station opened to the person of the vendor.</summary>
    internal string GrantedFile { get; private set; } = "";
    internal TourCases Cases { get; private set; } = null!;
    /// <summary>Confirmed, with the payer's answer on each claim.</summary>
    internal string ConfirmedFile { get; private set; } = "";
    internal string CleanFile { get; private set; } = "";
    internal string FaultyFile { get; private set; } = "";
    internal string LargeFile { get; private set; } = "";
    internal string UnreadableFile { get; private set; } = "";
    /// <summary>With findings of a rule of the station's own, one of them taken on.</summary>
    internal string TakenFile { get; private set; } = "";
    /// <summary>Two claims of the confirmed file came back; this is one of them.</summary>
    internal string WorkItem { get; private set; } = "";
    /// <summary>A returned claim that was never sent from here.</summary>
    internal string UnlinkedItem { get; private set; } = "";
    /// <summary>A list of amounts.</summary>
    internal string Statement { get; private set; } = "";
    /// <summary>One whose headings nobody knows.</summary>
    internal string UnknownStatement { get; private set; } = "";

    /// <summary>The month of the sample bundle, with one patient who could not be taken.</summary>
    internal const string Month = "202410";
    /// <summary>Address of its import.</summary>
    internal string Import { get; private set; } = "";
    /// <summary>Address of the claim files made from it.</summary>
    internal string Build { get; private set; } = "";

    /// <summary>The question whether the connector's right shall be taken away.</summary>
    internal string Revocation { get; private set; } = "";
    /// <summary>Address of a patient who was asked for; her card differs from the answer, which comes by itself.</summary>
    internal string DifferingCard { get; private set; } = "";
    /// <summary>Address of a file with a result that is nobody's of the station.</summary>
    internal string UnmatchedResult { get; private set; } = "";

    public async ValueTask InitializeAsync() {
        var tenants = new List<string>();
        Stack = await PortalStack.Run(fleet: 60, with: o => o with { Organisations = [new("aoba", ClaimFiles.Markup, new("https://login.example.jp"), "client", null, tenants)] });
        Station = await Stack.OpenStation(stationCode: "9990018");
        tenants.Add(Station.Tenant);
        EmptyStation = await Stack.OpenStation("さくら野訪問看護ステーション", "7654321");
        (Biller, NewBiller) = (await Station.Visit(), await EmptyStation.Visit());
        DeskPerson = await Visitor.SignedIn(Stack.Address, await Stack.OpenDesk(), Stack.Time.GetUtcNow());
        Cases = await TourCases.Make(Stack, DeskPerson);
        site = new StationSite(Stack);
        await site.Start(await Codes.New(Station));

        await Pages.Shows(Station, "/connectors", "最後の起動");
        var connectors = await Pages.Html(Biller, "/connectors");
        var end = connectors.IndexOf("/revocation\"", StringComparison.Ordinal);
        Revocation = connectors[(connectors.LastIndexOf('"', end) + 1)..connectors.IndexOf('"', end)];
        using (var released = await DeskPerson.Post("/desk/releases", Releases.Form(share: "30"))) Assert.Equal("/desk/releases", released.Headers.Location!.ToString());

        ConfirmedFile = await Checked(UkeText.Sample("demo-station-a"));
        await ToConfirmation();
        Import = await Station.Import(Month, MonthFiles.WithABadPatient("9990018"));
        DifferingCard = await AskForACard();
        UnmatchedResult = await SomebodysResult();
        UnreadableFile = await Checked([]);
        LargeFile = await Checked(ClaimFiles.Repeat("demo-station-b", 40));
        FaultyFile = await Checked(ClaimFiles.WithMarkup(), "<b>RECEIPTH</b>.UKE");
        CleanFile = await Checked(UkeText.Sample("manual-kokuho"));
        await Pages.Shows(Station, Import, "行ごとの結果");
        TakenFile = await Taken();
        using var build = await Biller.Post($"/months/{Month}/builds");
        Build = build.Headers.Location!.ToString();
        await Pages.Shows(Station, Build, "利用者ごとの結果");
        await People();
        await PersonalData();
        await ReportFault();
    }

    public async ValueTask DisposeAsync() {
        if (site is not null) await site.DisposeAsync();
        foreach (var visitor in new[] { Biller, NewBiller, DeskPerson, Nurse }.Concat(halfway)) visitor?.Dispose();
        Cases?.Dispose();
        await Stack.DisposeAsync();
    }

    /// <summary>A fault is reported, and the desk asks back.</summary>
    private async Task ReportFault() {
        (await Biller.Post("/support", new FormUrlEncodedContent([new("symptom", "send"), new("text", "朝から送れません。"), new("call", "平日10時から12時")]))).Dispose();
        await Eventually.Holds("the desk asks the station", async () => (await Pages.Html(Biller, "/support")).Contains("ホームページ", StringComparison.Ordinal));
    }

    internal async Task<Visitor> Halfway(string login) {
        var visitor = new Visitor(Stack.Address);
        halfway.Add(visitor);
        (await visitor.SignIn(login, PortalStack.Password)).Dispose();
        return visitor;
    }

    private async Task People() {
        Nurse = await Invited.Person(Stack, Biller, "nurse", "hanako");
        _ = await Invited.Code(Biller, "biller");
        PersonPage = APerson().Match(await Pages.Html(Biller, "/people")).Value;
        _ = await Stack.OpenDesk("窓口 花子", BeforeCode);
        _ = await Stack.Functions.AddDeskAccount(BeforeSetUp, "窓口 次郎", PortalStack.Password, CancellationToken.None);
        using var grant = new FormUrlEncodedContent([new("login", "desk"), new("file", FaultyFile)]);
        (await Biller.Post("/grants", grant)).Dispose();
        GrantedFile = await Eventually.Get<string>("the grant is at the desk", async () => AGrant().Match(await Pages.Html(DeskPerson, "/desk/grants")) is { Success: true } match ? match.Value : null);
    }

    /// <summary>A patient's copy is made, and another patient's data is held.</summary>
    private async Task PersonalData() {
        using var copy = new FormUrlEncodedContent([new("patient", "P1")]);
        using (var asked = await Biller.Post("/privacy/exports", copy)) PersonRequest = asked.Headers.Location!.ToString();
        await Pages.Shows(Station, PersonRequest, "ZIPを保存する");
        using var hold = new FormUrlEncodedContent([new("patient", "P3"), new("kind", "Inspection"), new("reason", "個別指導のため")]);
        (await Biller.Post("/privacy/holds", hold)).Dispose();
        HoldLift = AHold().Match(await Pages.Html(Biller, "/privacy/holds")).Value;
    }

    [GeneratedRegex("/privacy/holds/[0-9a-z]{26}/lift", RegexOptions.NonBacktracking)]
    private static partial Regex AHold();

    [GeneratedRegex("/people/[0-9a-z]{26}", RegexOptions.NonBacktracking)]
    private static partial Regex APerson();

    [GeneratedRegex("/desk/grants/[0-9a-z]{26}/[0-9a-z]{26}", RegexOptions.NonBacktracking)]
    private static partial Regex AGrant();

    private async Task<string> AskForACard() {
        site!.Oqs.People.Add(new("06139992", "9999", "345", "00", "高橋　みどり", "ﾀｶﾊｼ ﾐﾄﾞﾘ", "2", "19660318") { ValidFrom = "20200401" });
        var rules = new Dictionary<string, string> { ["sealingDay"] = "8", ["pause"] = "0", ["url"] = "https://example.jp/reception?station=1369990018" };
        (await Biller.Post("/eligibility/rules", new FormUrlEncodedContent(rules))).Dispose();
        (await Biller.Post($"/eligibility/{Month}/asks", new FormUrlEncodedContent(new Dictionary<string, string> { ["patient"] = "P1" }))).Dispose();
        return Person().Match(await Pages.Html(Biller, $"/eligibility/{Month}")).Value;
    }

    private async Task<string> SomebodysResult() {
        site!.Oqs.PushFace(OqsPerson.Taro, "1369990018");
        await Pages.Shows(Station, $"/eligibility/{Month}", "利用者を選ぶ");
        return Result().Match(await Pages.Html(Biller, $"/eligibility/{Month}")).Value;
    }

    [GeneratedRegex($"/eligibility/{Month}/files/[0-9a-f]+", RegexOptions.NonBacktracking)]
    private static partial Regex Result();

    [GeneratedRegex($"/eligibility/{Month}/people/[0-9a-f]+", RegexOptions.NonBacktracking)]
    private static partial Regex Person();

    private async Task<string> Checked(byte[] bytes, string fileName = "RECEIPTH.UKE") {
        var fileId = await Station.Upload(bytes, fileName);
        await Pages.Settled(Station, fileId);
        return fileId;
    }

    private async Task<string> Taken() {
        using var rule = new FormUrlEncodedContent([new("code", "Z01"), new("title", "氏名の確認"), new("fix", "保険証を見てください。"), new("severity", "query"), new("field0", "RE.PatientName"), new("comparison0", "isFilled")]);
        (await Biller.Post("/rules/own/edit", rule)).Dispose();
        var file = await Checked(UkeText.Sample("demo-station-a"));
        using var taken = new FormUrlEncodedContent([new("code", "Z01"), new("why", "保険証で確かめた"), new("until", "2030-12")]);
        (await Biller.Post($"/files/{file}/claims/1/taken", taken)).Dispose();
        await Pages.Settled(Station, file);
        return file;
    }

    private async Task ToConfirmation() {
        using var visitor = await Station.Visit();
        (await visitor.Post($"/files/{ConfirmedFile}/seal")).Dispose();
        await Pages.Shows(Station, $"/files/{ConfirmedFile}", "配置を確認");
        var file = site!.ClosedNetwork.Upload(site.Terminal, OnlineClaimsSystem.Placed(site.Terminal)[0]);
        site.ClosedNetwork.Inject(Fault.QueryClaim.Name);
        site.ClosedNetwork.SaveAcceptanceList(file);
        site.ClosedNetwork.Confirm(file);
        site.ClosedNetwork.SaveConfirmationList(file);
        await Pages.Shows(Station, $"/files/{ConfirmedFile}", "請求が確定しました");
        site.ClosedNetwork.SaveReturnFile(file, 2, 5);
        await Pages.Shows(Station, "/returned", "返戻2件を取り込みました");
        File.Delete(Path.Combine(site.Terminal.In, OnlineClaimsSystem.ReturnFileName));
        var foreign = ReturnFiles.ClaimLines(UkeText.Sample("manual-shaho"))[0];
        await File.WriteAllBytesAsync(Path.Combine(site.Terminal.In, "RECEIPTH (1).HEN"), ReturnFiles.Of("1", "13", "9990018", "202412", new SentBack(foreign, ReturnFiles.SearchNumber(99), "Ｌ5106", "内容をご確認ください")));
        await Pages.Shows(Station, "/returned", "確認待ち1件");
        await File.WriteAllBytesAsync(Path.Combine(site.Terminal.In, "RIzogn1136999001850612.csv"),
            UkeText.Bytes("診療年月,氏名,カルテ番号等,増減金額,事由\n50610,相沢　みどり,IB-0012,-¥3000,Ｂ\n50610,知らない　人,X-1,-¥500,ＡＤ\n"));
        await File.WriteAllBytesAsync(Path.Combine(site.Terminal.In, "RIfmei1136999001850612.csv"), UkeText.Bytes("見出しのない一覧,1\n50610,174200\n"));
        await Pages.Shows(Station, "/returned", "RIzogn1136999001850612.csv");
        await Pages.Shows(Station, "/returned", "RIfmei1136999001850612.csv");
        var returned = await Pages.Html(visitor, "/returned");
        (Statement, UnknownStatement) = (LinkOf(returned, "RIzogn", "/returned/"), LinkOf(returned, "RIfmei", "/returned/"));
        var list = await Pages.Html(visitor, "/return-work");
        (WorkItem, UnlinkedItem) = (LinkOf(list, "対応待ち", "/return-work/items/"), LinkOf(list, "照合待ち", "/return-work/items/"));
    }

    /// <summary>The address that the first row with those words leads to.</summary>
    private static string LinkOf(string list, string words, string address) {
        var row = list.Split("<tr ").First(r => r.Contains(words, StringComparison.Ordinal) && r.Contains(address, StringComparison.Ordinal));
        var from = row.IndexOf(address, StringComparison.Ordinal);
        return row[from..row.IndexOf('"', from)];
    }
}
