using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Application.Tests.Months;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using ClaimsCloud.Testing.Oqs;

namespace ClaimsCloud.Application.Tests.Eligibility;

/// <summary>Asked at a simulated terminal, answered, compared with the month, decided on.</summary>
public sealed class EligibilityTests : EligibilityFixture {
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

    [Fact]
    public async Task A_result_that_fits_nobody_or_several_goes_to_the_one_whom_a_person_names() {
        foreach (var kana in (string[])["ｷｭｳｾｲ ﾐﾄﾞﾘ", "ﾍﾞﾂｼﾞﾝ"]) {
            terminal.PushFace(Midori with { Branch = "07", Kana = kana }, "1369990018");
            time.Advance(TimeSpan.FromSeconds(1));
        }
        await site.Exchange();
        var files = await Eventually.Get("both wait", async () => (await biller.Get<EligibilityFileRow[]>(EligibilityRoutes.Files)) is { Length: 2 } two ? two : null);
        Assert.All(files, f => Assert.Equal("unmatched", f.Outcome));
        var file = await biller.Get<EligibilityFileDetail>($"{EligibilityRoutes.Files}/{files[1].ContentKey}");
        var result = Assert.Single(file.Results);
        Assert.Equal("P1", Assert.Single(result.Likely));
        Assert.Equal((3, "有効"), (file.Patients.Count, result.Result));
        Assert.Equal("00", await Cell("P1", "insuranceCards", "枝番"));

        using var named = await Name(files[1], result.Place, "P1");
        var after = (await named.Content.ReadFromJsonAsync<EligibilityFileDetail>(Stop))!;
        Assert.Equal(("used", 0), (after.File.Outcome, after.Results.Count));
        // The kana is not the stored one: a person decides on that too, and nothing goes by rule.
        Assert.Contains((await Detail(await State("P1", EligibilityState.Differs))).Differences, d => d is { Field: "Kana", Decides: "person" });
        Assert.Equal("00", await Cell("P1", "insuranceCards", "枝番"));
        Assert.Equal("changed-meanwhile", (await Name(files[1], result.Place, "P1").Refusal()).Code);

        Assert.Equal("not-found", (await Name(files[0], 0, "nobody-we-know").Refusal()).Code);
        (await Name(files[0], 0, null)).EnsureSuccessStatusCode().Dispose();
        Assert.Empty(await biller.Get<EligibilityFileRow[]>(EligibilityRoutes.Files));
    }

    private Task<HttpResponseMessage> Name(EligibilityFileRow file, int place, string? patient) => biller.PostAsJsonAsync($"{EligibilityRoutes.Files}/{file.ContentKey}/owners", new ResultOwner(place, patient), Stop);

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
}
