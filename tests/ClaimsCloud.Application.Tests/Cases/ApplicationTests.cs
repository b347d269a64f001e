using System.Net.Http.Json;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Cases;

public sealed class ApplicationTests(CaseFixture of) : IClassFixture<CaseFixture> {
    [Fact]
    public async Task A_draft_holds_anything_is_found_by_its_key_only_and_is_handed_in_when_it_is_whole() {
        var draft = await of.Save(new() { ["stationName"] = "途中", ["nonsense"] = "x" }, handIn: false);
        Assert.Equal(("draft", 0), (draft.State, draft.Problems.Count));
        Assert.Equal((86_000, 186_000), (draft.Cost!.Own.Low, draft.Cost.Own.High));
        Assert.Equal("not-found", (await of.Anybody.PostAsJsonAsync(CaseRoutes.ReadApplication, new ApplicationKey(draft.Key + "x")).Refusal()).Code);
        var early = await of.Save(new() { ["stationName"] = "途中" }, handIn: true, draft.Key);
        Assert.Equal("draft", early.State);
        Assert.Contains(early.Problems, p => p.Field == "stationCode");
        var handedIn = await of.Save(of.Answers(), handIn: true, draft.Key);
        Assert.Equal("handedIn", handedIn.State);
        Assert.Equal("apply", handedIn.Step!.Step);
        Assert.Equal("application-handed-in", (await of.Anybody.PostAsJsonAsync(CaseRoutes.Applications, new SaveApplication(draft.Key, of.Answers(), true)).Refusal()).Code);
        Assert.False(await of.Cloud.StoresContain(draft.Key));
    }

    [Fact]
    public async Task A_password_is_not_kept_not_even_in_a_draft() {
        var draft = await of.Save(of.Answers(("remarks", "接続パスワードは hunter2secret です"), ("password", "hunter3secret")), handIn: false);
        Assert.Equal("remarks", Assert.Single(draft.Problems).Field);
        Assert.Equal("", draft.Parts.SelectMany(p => p.Fields).Single(f => f.Name == "remarks").Value);
        Assert.False(await of.Cloud.StoresContain("hunter"));
    }

    [Fact]
    public async Task Two_applications_for_one_code_are_one_case_with_a_question_and_nothing_is_lost() {
        var answers = of.Answers();
        var first = await of.Save(answers, handIn: true);
        var second = await of.Save(new(answers) { ["phone"] = "03-1111-2222" }, handIn: true);
        Assert.Equal(("duplicate", null), (second.State, second.CaseId));
        var duplicate = Assert.Single((await of.Case(first.CaseId!)).Duplicates);
        Assert.Equal(("phone", "03-1111-2222"), (Assert.Single(duplicate.Differences).Field, duplicate.Differences[0].Came));
        Assert.Equal("case-not-ready", (await of.Try(first.CaseId!, "moves", r => new CaseMove(r, "introduce", null)).Refusal()).Code);
        Assert.Equal("reason-missing", (await of.Try(first.CaseId!, "duplicates", r => new DuplicateDecision(r, duplicate.ApplicationId, true, " ")).Refusal()).Code);
        var taken = await of.Change(first.CaseId!, "duplicates", r => new DuplicateDecision(r, duplicate.ApplicationId, true, "電話で確かめた"));
        Assert.Equal("03-1111-2222", taken.Answers.SelectMany(p => p.Fields).Single(f => f.Name == "phone").Value);
        Assert.Contains((await of.Desk.Get<Page<CaseEventRow>>($"cases/{first.CaseId}/history")).Items, e => e.Detail?.Contains(answers["phone"], StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Many_at_once_for_one_code_still_make_one_case() {
        var answers = of.Answers();
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => of.Save(answers, handIn: true)));
        Assert.Equal(5, (await of.Case(Assert.Single(all, a => a.State == "handedIn").CaseId!)).Duplicates.Count);
    }

    [Fact]
    public async Task The_same_phone_under_another_code_is_told() {
        var one = await of.Open();
        var phone = (await of.Case(one)).Answers.SelectMany(p => p.Fields).Single(f => f.Name == "phone").Value;
        var other = await of.Open(("phone", phone));
        await Eventually.Holds("the desk is told", async () => (await of.Case(other)).Similar.Any(s => s.Contains(one, StringComparison.Ordinal) && s.Contains("電話番号", StringComparison.Ordinal)));
    }
}
