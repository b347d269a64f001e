using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Application.Tests.Eligibility;

/// <summary>Asked at a simulated terminal, answered, compared with the month, decided on.</summary>
public sealed class EligibilityTests : IAsyncLifetime {
    private const string Month = BundleTexts.Month;
    private static readonly OqsPerson Midori = new("06139992", "1102", "345", "01", "髙橋　みどり", "ﾀｶﾊｼ ﾐﾄﾞﾘ", "2", "19660318") { ValidFrom = "20200401" };
    private static readonly OqsPerson Kaori = new("279893", "さ１２", "34567", null, "西尾　香織", "ﾆｼｵ ｶｵﾘ", "2", "19790215") { ValidFrom = "20220401", Relationship = "2" };
    private static readonly OqsPerson Haru = new("39139993", null, "00112233", null, "野口　ハル", "ﾉｸﾞﾁ ﾊﾙ", "2", "19370822") { ValidFrom = "20120822", Ratio = "010" };

    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(new DateTimeOffset(2024, 11, 5, 1, 0, 0, TimeSpan.Zero));
    private CloudHarness cloud = null!;
    private HarnessDevice device = null!;
    private HttpClient biller = null!;
    private HttpClient edge = null!;
    private OqsSimulator terminal = null!;
    private OqsSite site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        cloud = await CloudHarness.Run(time);
        var station = await cloud.OpenStation(BundleTexts.StationCode);
        (biller, device) = (station.Biller(), await station.Device());
        edge = await device.Client();
        terminal = new(folder.Path, time, 7);
        site = new(edge, terminal, time);
        await biller.Import(Month, BundleTexts.Sample);
        await Post(EligibilityRoutes.Rules, new EligibilityRules(false, 8, "https://example.jp/reception", 0, null, null));
    }

    public async ValueTask DisposeAsync() {
        biller.Dispose();
        edge.Dispose();
        device.Dispose();
        await cloud.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Everybody_is_asked_once_and_each_answer_finds_its_patient() {
        terminal.People.Add(Midori with { Branch = "00" });
        terminal.People.Add(Haru with { Validity = "2", ReasonOfLoss = "03", LostOn = "20241010" });
        Assert.All(await People(), p => Assert.Equal((EligibilityState.NotAsked, "not-confirmed"), (p.State, p.Forecast)));
        Assert.Equal(new AskOutcome(3, 3, 0), await Ask());
        Assert.Equal(new AskOutcome(0, 0, 0), await Ask());
        Assert.All(await People(), p => Assert.Equal(EligibilityState.Asked, p.State));
        Assert.Equal(3, await site.Exchange());
        Assert.Equal(3, terminal.Taken.Distinct().Count());

        await State("P1", EligibilityState.Confirmed);
        Assert.Contains("翌日にもう一度照会", (await State("P2", EligibilityState.NotFound)).Next);
        Assert.Equal("hold", (await State("P3", EligibilityState.Invalid)).Forecast);
        Assert.Equal(new AskOutcome(0, 0, 0), await Ask());
        // What was not found is asked again the next day; what was answered for today is not.
        await NextDay();
        Assert.Equal(1, (await Ask()).People);
    }

    [Fact]
    public async Task A_branch_number_is_taken_over_by_rule_with_history_and_a_locked_month_keeps_its_own() {
        terminal.People.Add(Midori);
        await Ask("P1");
        await site.Exchange();
        await State("P1", EligibilityState.Confirmed);
        Assert.Equal("01", await Cell("P1", "insuranceCards", "枝番"));
        var edit = (await biller.Get<MonthEditPage>($"months/{Month}/edits?patient=P1")).Items.Single(e => e.Actor == "eligibility");
        Assert.Equal(("00", "01"), (edit.Values[0].Before, edit.Values[0].After));

        using var locked = await biller.PostAsync($"months/{Month}/lock", null, Stop);
        locked.EnsureSuccessStatusCode();
        terminal.People[^1] = Midori with { Branch = "02" };
        await NextDay();
        await Ask("P1");
        await site.Exchange();
        var row = await State("P1", EligibilityState.Differs);
        Assert.Equal("01", await Cell("P1", "insuranceCards", "枝番"));
        var detail = await Detail(row);
        Assert.False(detail.CanDecide);
        Assert.Equal("month-locked", (await Decide(detail, "take", "Branch").Refusal()).Code);
    }

    [Fact]
    public async Task What_identifies_a_card_waits_for_a_person_who_takes_it_or_refuses_it() {
        terminal.People.Add(Kaori with { Symbol = "き９９" });
        await Ask("P2");
        await site.Exchange();
        var detail = await Detail(await State("P2", EligibilityState.Differs));
        Assert.Equal(("likely-return", "さ１２", "き９９"), (detail.Row.Forecast, detail.Differences[0].Stored, detail.Differences[0].Answered));
        Assert.Equal("さ１２", await Cell("P2", "insuranceCards", "記号"));

        using var refused = await Decide(detail, "refuse", "Symbol");
        Assert.Equal(0, (await refused.Content.ReadFromJsonAsync<EligibilityDetail>(Stop))!.Row.Differences);
        using var taken = await Decide(detail, "take", "Symbol");
        var after = (await taken.Content.ReadFromJsonAsync<EligibilityDetail>(Stop))!;
        Assert.Equal("き９９", await Cell("P2", "insuranceCards", "記号"));
        Assert.Equal((EligibilityState.Confirmed, 2), (after.Row.State, after.Decisions.Count));
        Assert.Equal("changed-meanwhile", (await Decide(detail with { AnswerKey = "another" }, "take", "Symbol").Refusal()).Code);
    }

    [Fact]
    public async Task A_name_outside_the_repertoire_keeps_both_forms_when_a_person_approves_the_pair() {
        terminal.People.Add(Kaori with { Name = "西尾　香德" });
        await Ask("P2");
        await site.Exchange();
        var detail = await Detail(await State("P2", EligibilityState.Differs));
        using var taken = await Decide(detail, "take", "Name");
        taken.EnsureSuccessStatusCode();
        Assert.Equal(("西尾　香徳", "西尾　香德"), (await Cell("P2", "patients", "氏名"), await Cell("P2", "patients", "元の表記の氏名")));
        await State("P2", EligibilityState.Confirmed);
    }

    [Fact]
    public async Task A_card_that_changes_inside_the_month_stands_beside_the_old_one_and_the_claim_splits() {
        terminal.People.Add(Haru with { Insurer = "39139001", Number = "00998877", ValidFrom = "20241010", Former = ("39139993", "00112233") });
        await Ask("P3");
        await site.Exchange();
        var detail = await Detail(await State("P3", EligibilityState.Differs));
        Assert.True(detail.CanAddCard);
        using var added = await Decide(detail, "add-card");
        var after = (await added.Content.ReadFromJsonAsync<EligibilityDetail>(Stop))!;
        Assert.Equal(0, after.Row.Differences);
        Assert.Contains(after.Forecast, f => f.Code == "EQ0503");
        var cards = (await biller.Sheet(Month, "P3")).Tables.Single(t => t.Name == "insuranceCards");
        Assert.Equal(["39139993", "39139001"], cards.Rows.Select(r => r.Values[cards.Columns.ToList().IndexOf("保険者番号")]));
    }

    [Fact]
    public async Task Consent_at_home_is_pulled_by_itself_and_goes_to_the_one_it_belongs_to() {
        terminal.People.Add(Midori with { ConsentOn = "20241105", LimitClass = "A03" });
        terminal.People.Add(Kaori with { ConsentOn = "20241105", Name = "別人", Kana = "ﾍﾞﾂｼﾞﾝ" });
        await Post(EligibilityRoutes.Rules, new EligibilityRules(true, 8, null, 0, null, null));
        await Eventually.Holds("the consents are here", async () => {
            await site.Exchange();
            time.Advance(TimeSpan.FromMinutes(1));
            return (await biller.Get<EligibilityFileRow[]>(EligibilityRoutes.Files)).Any(f => f.Outcome == "unmatched");
        });
        Assert.Equal("ウ", await Cell("P1", "limitCertificates", "適用区分"));
    }

    [Theory]
    [InlineData("other-station", "EQ0201")]
    [InlineData("other-identifier", "EQ0203")]
    [InlineData("encrypted", "EQ0002")]
    [InlineData("wrong-encoding", null)]
    [InlineData("err-file", "EQ0110")]
    [InlineData("server-error", "EQ0107")]
    public async Task What_cannot_be_used_is_kept_with_its_finding_and_changes_nothing(string fault, string? code) {
        terminal.People.Add(Midori);
        terminal.Inject(fault);
        await Ask("P1");
        await site.Exchange();
        var file = await Eventually.Get("the file is listed", async () => (await biller.Get<EligibilityFileRow[]>(EligibilityRoutes.Files)) is [.., var last] ? last : null);
        Assert.NotEqual("used", file.Outcome);
        if (code is not null) Assert.Contains(file.Findings, f => f.Code == code);
        await State("P1", EligibilityState.NoAnswer);
        Assert.Equal("00", await Cell("P1", "insuranceCards", "枝番"));
    }

    [Fact]
    public async Task A_day_of_visits_says_whose_consent_is_missing() {
        var day = await biller.Get<VisitDay>($"{EligibilityRoutes.Visits}?day=2024-10-01");
        Assert.Equal("https://example.jp/reception", day.Url);
        Assert.NotEmpty(day.Visits);
        Assert.All(day.Visits, v => Assert.True(v.ConsentMissing));
    }

    private async Task<IReadOnlyList<EligibilityRow>> People() => (await biller.Get<Page<EligibilityRow>>($"{EligibilityRoutes.People}?month={Month}")).Items;

    private Task<EligibilityRow> State(string patient, EligibilityState state) =>
        Eventually.Get($"{patient} is {state}", async () => (await People()).FirstOrDefault(p => p.Patient == patient && p.State == state));

    private Task<EligibilityDetail> Detail(EligibilityRow row) => biller.Get<EligibilityDetail>($"{EligibilityRoutes.People}/{row.PersonId}?month={Month}");

    private Task<HttpResponseMessage> Decide(EligibilityDetail detail, string verdict, params string[] fields) =>
        biller.PostAsJsonAsync($"{EligibilityRoutes.People}/{detail.Row.PersonId}/decisions", new EligibilityDecision(Month, detail.AnswerKey!, verdict, fields), Stop);

    private async Task<AskOutcome> Ask(string? patient = null) {
        using var answer = await biller.PostAsJsonAsync(EligibilityRoutes.Asks, new AskWish(Month, patient), Stop);
        return (await answer.Content.ReadFromJsonAsync<AskOutcome>(Stop))!;
    }

    /// <summary>A connector's token does not live so long.</summary>
    private async Task NextDay() {
        time.Advance(TimeSpan.FromHours(21));
        edge.Dispose();
        edge = await device.Client();
        site = new(edge, terminal, time);
    }

    private async Task Post(string route, object body) {
        using var answer = await biller.PostAsJsonAsync(route, body, Stop);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> Cell(string patient, string table, string column) {
        var found = (await biller.Sheet(Month, patient)).Tables.Single(t => t.Name == table);
        return found.Rows[^1].Values[found.Columns.ToList().IndexOf(column)];
    }
}
