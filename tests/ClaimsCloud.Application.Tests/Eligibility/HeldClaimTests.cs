using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Eligibility;

/// <summary>What answers do to claims: held in the build, let go by a person, and compared in the check.</summary>
public sealed class HeldClaimTests : EligibilityFixture {
    [Fact]
    public async Task A_claim_whose_card_is_no_longer_valid_is_in_no_file_until_a_person_says_why_it_leaves() {
        terminal.People.Add(Haru with { Validity = "2", ReasonOfLoss = "03", LostOn = "20241002" });
        await Ask("P3");
        await site.Exchange();
        var detail = await Detail(await State("P3", EligibilityState.Invalid));
        var held = await Built();
        Assert.Equal("kept-back", await Fate(held, "P3"));
        Assert.Contains(await Findings(held), f => f is { Patient: "P3", Code: "EQ0506", Verdict: "fail", KeepsBack: true });

        Assert.Equal("reason-missing", (await Release(detail, " ").Refusal()).Code);
        using var released = await Release(detail, "資格確認書の写しで確かめた");
        Assert.Equal("released", (await released.Content.ReadFromJsonAsync<EligibilityDetail>(Stop))!.Row.Forecast);
        var left = await Built();
        Assert.Equal("built", await Fate(left, "P3"));
        Assert.Contains(await Findings(left), f => f is { Patient: "P3", Code: "EQ0506", Verdict: "overridden", KeepsBack: false } && f.Message.Contains("資格確認書の写しで確かめた"));

        // Another answer, and nobody has looked at it.
        terminal.People[^1] = Haru with { Validity = "2", ReasonOfLoss = "03", LostOn = "20241003" };
        await NextDay();
        await Ask("P3");
        await site.Exchange();
        await Eventually.Holds("the new answer is there", async () => (await People()).Single(p => p.Patient == "P3").Forecast == "hold");
        Assert.Equal("kept-back", await Fate(await Built(), "P3"));
    }

    [Fact]
    public async Task A_claim_is_compared_with_the_newest_answer_when_it_is_checked_and_not_checked_without_one() {
        var build = await Built();
        Assert.Equal(["not-checked"], await Verdicts(build, "B11b", "P1"));

        var fileId = await FileOf(build, "P1");

        // After the build: the answer tells another card.
        terminal.People.Add(Midori with { Symbol = "9999", Branch = "00" });
        await Ask("P1");
        await site.Exchange();
        await State("P1", EligibilityState.Differs);
        // The file that waits for its seal is checked again by itself, and at no moment before that may it be sealed.
        await Refuses(fileId, "has-errors");
        Assert.Equal(["fail"], await Verdicts(build, "B11b", "P1"));
        Assert.Equal(["not-checked"], await Verdicts(build, "B11b", "P2"));

        var detail = await Detail(await State("P1", EligibilityState.Differs));
        (await Decide(detail, "take", "Symbol")).EnsureSuccessStatusCode().Dispose();
        Assert.Equal([], await Verdicts(await Built(), "B11b", "P1"));
    }

    [Theory]
    [InlineData("2", EligibilityState.Invalid, "B11a")]
    [InlineData("5", EligibilityState.Several, null)]
    public async Task A_file_that_was_checked_before_the_card_was_in_doubt_is_not_sealed_until_the_claim_is_let_go(string validity, EligibilityState state, string? rule) {
        var build = await Built();
        var fileId = await FileOf(build, "P3");
        terminal.People.Add(Haru with { Validity = validity, ReasonOfLoss = "03", LostOn = "20241002" });
        await Ask("P3");
        await site.Exchange();
        var detail = await Detail(await State("P3", state));
        await Refuses(fileId, rule is null ? "claims-held" : "has-errors");

        (await Release(detail, "資格確認書の写しで確かめた")).EnsureSuccessStatusCode().Dispose();
        (await Decision(detail, "hold", null)).EnsureSuccessStatusCode().Dispose();
        await Refuses(fileId, rule is null ? "claims-held" : "has-errors");
        (await Release(detail, "資格確認書の写しで確かめた")).EnsureSuccessStatusCode().Dispose();
        await Eventually.Holds("the file is sealed", async () => {
            using var seal = await Seal(fileId);
            return seal.IsSuccessStatusCode;
        });
        if (rule is not null) Assert.Equal(["overridden"], (await Verdicts(build, rule, "P3")).Distinct());
    }

    [Fact]
    public async Task An_answer_that_only_confirms_what_the_check_knew_lets_the_file_be_sealed() {
        terminal.People.Add(Haru);
        await Ask("P3");
        await site.Exchange();
        await State("P3", EligibilityState.Confirmed);
        var fileId = await FileOf(await Built(), "P3");
        var links = (await biller.Get<ClaimFileDetail>($"{PortalRoutes.ClaimFiles}/{fileId}")).Chain.Count;
        await NextDay();
        await Ask("P3");
        await site.Exchange();
        await Eventually.Holds("both answers are there", async () => (await Detail(await State("P3", EligibilityState.Confirmed))).History.Count == 2);
        using var seal = await Seal(fileId);
        seal.EnsureSuccessStatusCode();
        Assert.Equal(links + 1, (await biller.Get<ClaimFileDetail>($"{PortalRoutes.ClaimFiles}/{fileId}")).Chain.Count);
    }

    private Task<HttpResponseMessage> Seal(string fileId) => biller.PostAsJsonAsync($"{PortalRoutes.ClaimFiles}/{fileId}/seal", new SealRequest(null), Stop);

    /// <summary>In the end; and until then it is not sealed either.</summary>
    private Task Refuses(string fileId, string code) => Eventually.Holds($"{fileId} is refused as {code}", async () => (await Seal(fileId).Refusal()).Code == code);

    private async Task<string> FileOf(ClaimBuildDetail build, string patient) {
        var name = (await People()).Single(p => p.Patient == patient).Name;
        foreach (var file in build.Files) if ((await biller.Claims(file.FileId)).Items.Any(c => c.PatientName == name)) return file.FileId;
        throw new InvalidOperationException($"{patient} is in no file.");
    }

    private Task<HttpResponseMessage> Release(EligibilityDetail detail, string why) => Decision(detail, "release", why);

    private Task<HttpResponseMessage> Decision(EligibilityDetail detail, string verdict, string? why) =>
        biller.PostAsJsonAsync($"{EligibilityRoutes.People}/{detail.Row.PersonId}/decisions", new EligibilityDecision(Month, detail.AnswerKey!, verdict, [], why), Stop);

    private async Task<ClaimBuildDetail> Built() {
        using var answer = await biller.PostAsync($"months/{Month}/builds", null, Stop);
        var build = (await answer.Content.ReadFromJsonAsync<ClaimBuildDetail>(Stop))!;
        build = await Eventually.Get("the build ended", async () => await biller.Get<ClaimBuildDetail>($"months/{Month}/builds/{build.BuildId}") is { State: not ClaimBuildState.Running } now ? now : null);
        foreach (var file in build.Files) await biller.FileWhen(file.FileId, ClaimFileState.Checked);
        return build;
    }

    private async Task<string> Fate(ClaimBuildDetail build, string patient) =>
        (await biller.Get<Page<BuiltPatientRow>>($"months/{Month}/builds/{build.BuildId}/patients")).Items.Single(p => p.Patient == patient).Fate;

    private async Task<IReadOnlyList<MonthFindingRow>> Findings(ClaimBuildDetail build) => (await biller.Get<Page<MonthFindingRow>>($"months/{Month}/builds/{build.BuildId}/findings")).Items;

    /// <summary>What the check said of the rule in the patient's claim: its findings, or "not-checked"; nothing when it passed.</summary>
    private async Task<IReadOnlyList<string>> Verdicts(ClaimBuildDetail build, string code, string patient) {
        var name = (await People()).Single(p => p.Patient == patient).Name;
        var verdicts = new List<string>();
        foreach (var file in build.Files) {
            var claims = (await biller.Claims(file.FileId)).Items.Where(c => c.PatientName == name).Select(c => c.Number).ToHashSet();
            verdicts.AddRange((await biller.Findings(file.FileId)).Items.Where(f => f.Code == code && f.Claim is { } claim && claims.Contains(claim)).Select(f => f.Verdict));
            var notRun = new List<RuleCoverageRow>();
            for (var page = 1; (await biller.Get<Page<RuleCoverageRow>>($"{PortalRoutes.ClaimFiles}/{file.FileId}/coverage?page={page}")).Items is { Count: > 0 } rows; page++) notRun.AddRange(rows.Where(r => r.Code == code));
            if (claims.Count > 0 && verdicts.Count == 0 && notRun.Sum(r => r.NotRun + r.Partly) > 0) verdicts.Add("not-checked");
        }
        return verdicts;
    }
}
