using System.IO.Compression;
using System.Net.Http.Json;
using ClaimsCloud.Application.Cases;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsCloud.Application.Tests.Cases;

public sealed class CaseJourneyTests(CaseFixture of) : IClassFixture<CaseFixture> {
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_station_goes_from_its_application_to_its_subsidy_and_signs_in_on_the_way() {
        var caseId = await of.Ordered();
        var (login, biller) = await HandOver(caseId);
        Assert.Equal("case-not-ready", (await of.Try(caseId, "moves", r => new CaseMove(r, "register", null)).Refusal()).Code);
        await of.Done(caseId, "8");
        await of.Move(caseId, "register");
        Assert.Equal("ステーション", (await of.Case(caseId)).Row.Holder);

        // The station's own page: evidence, then the word that it is done; the desk confirms.
        Assert.Equal("2", Assert.Single((await biller.Sent<ChecklistDetail>("checklist/papers?name=控え.pdf&item=2", "%PDF-1.7"u8.ToArray())).Items.Single(i => i.Item == "2").Papers, p => p.Name == "控え.pdf").Item);
        var reported = await biller.Posted<ChecklistDetail>(CaseRoutes.ChecklistItems, new ItemReport("2", true, "書留が届きました"));
        Assert.Equal("コンダクト", reported.Items.Single(i => i.Item == "2").WaitsFor);
        Assert.Equal("コンダクト", (await of.Case(caseId)).Row.Holder);
        await of.Done(caseId, "2");
        await of.Move(caseId, "install");
        Assert.Equal("導入支援事業者・コンダクト・ステーション", (await of.Case(caseId)).Row.Holder);
        foreach (var item in (string[])["1", "3", "4", "5", "6", "7"]) await of.Done(caseId, item);
        await of.Move(caseId, "pay");

        await of.Change(caseId, "invoices", r => new InvoiceRecord(r, "partner", "A-1", of.Today, of.Today, new Dictionary<string, long> { ["setup"] = 410_000 }));
        await of.Change(caseId, "invoices", r => new InvoiceRecord(r, "conduct", "C-1", of.Today, null, new Dictionary<string, long> { ["programs"] = 165_000 }));
        Assert.Contains("支払い", Assert.Single((await of.Case(caseId)).Todo), StringComparison.Ordinal);
        await of.Change(caseId, "invoices", r => new InvoiceRecord(r, "conduct", "C-1", of.Today, of.Today, new Dictionary<string, long> { ["programs"] = 165_000 }));
        await of.Move(caseId, "subsidise");

        foreach (var paper in (string[])["receipt&supplier=partner&yen=410000", "statement&supplier=partner&yen=410000", "receipt&supplier=conduct&yen=165000", "statement&supplier=conduct&yen=165000"]) await of.Paper(caseId, $"name=a.pdf&paper={paper}");
        Assert.Equal("packet-incomplete", (await of.Desk.GetAsync($"cases/{caseId}/packet", Stop).Refusal()).Code);
        Assert.Equal("SP04", (await of.Case(caseId)).Packet.Findings.Single(f => f.Verdict == "fail").Code);
        await of.Paper(caseId, "name=完了報告書.pdf&paper=report");
        var whole = (await of.Case(caseId)).Packet;
        Assert.Equal((575_000, 575_000, 429_000, 146_000, true), (whole.TotalYen, whole.SubsidisedYen, whole.SubsidyYen, whole.OwnYen, whole.Complete));
        using var zip = new ZipArchive(new MemoryStream(await of.Desk.GetByteArrayAsync($"cases/{caseId}/packet", Stop)));
        Assert.Equal(7, zip.Entries.Count);
        Assert.Contains("領収書_導入支援事業者", zip.Entries[2].Name, StringComparison.Ordinal);

        await of.Change(caseId, "subsidy", r => new SubsidyApplied(r, of.Today));
        var finished = await of.Move(caseId, "finished");
        Assert.Equal(("完了", ""), (finished.Row.StepName, finished.Row.Holder));
        Assert.Equal("case-closed", (await of.Try(caseId, "items", r => new ItemChange(r, "1", "open", null, null, null)).Refusal()).Code);
        Assert.Equal(finished.Revision, (await of.Desk.Get<Page<CaseEventRow>>($"cases/{caseId}/history")).Total);
        var fact = await Facts().SingleAsync(f => f.CaseId == caseId, Stop);
        Assert.Equal(["apply", "introduce", "order", "register", "install", "pay", "subsidise", "finished"], fact.Steps.Select(s => s.Step));
        biller.Dispose();
        Assert.NotEmpty(login);
    }

    [Fact]
    public async Task The_first_person_sets_her_password_once_and_a_new_invitation_voids_the_one_before() {
        var caseId = await of.Open();
        var first = await (await of.Try(caseId, "hand-over", r => new HandOverWish(r, caseId))).Read<HandOverAnswer>();
        var second = await (await of.Try(caseId, "hand-over", r => new HandOverWish(r, caseId))).Read<HandOverAnswer>();
        Assert.Equal("invitation-refused", (await of.Anybody.PostAsJsonAsync(CaseRoutes.FirstPassword, new InvitationAnswer(first.InvitationKey, "long enough"), Stop).Refusal()).Code);
        Assert.Equal("password-too-short", (await of.Anybody.PostAsJsonAsync(CaseRoutes.FirstPassword, new InvitationAnswer(second.InvitationKey, "short"), Stop).Refusal()).Code);
        Assert.Equal(caseId, (await of.Anybody.Posted<InvitationAccepted>(CaseRoutes.FirstPassword, new InvitationAnswer(second.InvitationKey, "long enough"))).LoginName);
        Assert.Equal("invitation-refused", (await of.Anybody.PostAsJsonAsync(CaseRoutes.FirstPassword, new InvitationAnswer(second.InvitationKey, "another one"), Stop).Refusal()).Code);
        Assert.Equal("invitation-refused", (await of.Anybody.PostAsJsonAsync(CaseRoutes.FirstPassword, new InvitationAnswer("", "another one"), Stop).Refusal()).Code);
    }

    [Fact]
    public async Task A_login_name_that_somebody_has_stops_the_hand_over_and_another_one_goes_on() {
        var (one, other) = (await of.Open(), await of.Open());
        await (await of.Try(one, "hand-over", r => new HandOverWish(r, one))).Read<HandOverAnswer>();
        Assert.Equal("login-taken", (await of.Try(other, "hand-over", r => new HandOverWish(r, one)).Refusal()).Code);
        Assert.Equal(other, (await (await of.Try(other, "hand-over", r => new HandOverWish(r, other))).Read<HandOverAnswer>()).LoginName);
    }

    [Fact]
    public async Task A_station_sees_its_own_case_and_one_that_came_another_way_sees_none() {
        var caseId = await of.Open();
        var (_, biller) = await HandOver(caseId);
        Assert.Equal(caseId, (await biller.Get<ChecklistDetail>(CaseRoutes.Checklist)).CaseId);
        Assert.Equal("not-found", (await biller.PostAsJsonAsync(CaseRoutes.ChecklistItems, new ItemReport("1", true, null), Stop).Refusal()).Code);
        Assert.Equal("no-secrets", (await biller.PostAsJsonAsync(CaseRoutes.ChecklistItems, new ItemReport("7", false, "パスワードは abcd1234"), Stop).Refusal()).Code);
        Assert.Equal("not-a-paper", (await biller.PostAsync("checklist/papers?name=a.pdf&item=2", new ByteArrayContent("MZ"u8.ToArray()), Stop).Refusal()).Code);
        using var other = (await of.Cloud.OpenStation("7654321")).Biller();
        Assert.Equal("not-found", (await other.GetAsync(CaseRoutes.Checklist, Stop).Refusal()).Code);
        biller.Dispose();
    }

    private async Task<(string Login, HttpClient Biller)> HandOver(string caseId) {
        var answer = await (await of.Try(caseId, "hand-over", r => new HandOverWish(r, $"login-{caseId}"))).Read<HandOverAnswer>();
        await of.Anybody.Posted<InvitationAccepted>(CaseRoutes.FirstPassword, new InvitationAnswer(answer.InvitationKey, "a long password"));
        using var gateway = of.Cloud.Gateway();
        var person = await gateway.Posted<SignInAnswer>(PortalRoutes.SignIn, new SignInRequest(answer.LoginName, "a long password"));
        return (answer.LoginName, of.Cloud.Client(() => of.Cloud.Tokens.Make(of.Time.GetUtcNow(), person.PersonId, InternalToken.BillerRole, person.Tenant)));
    }

    private IAsyncEnumerable<CaseFact> Facts() => CaseFacts.All(of.Cloud.Host.App.Services.GetRequiredService<PlatformScope>(), Stop);
}
