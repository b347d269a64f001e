using System.Net.Http.Json;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Journey;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding.Sheets;
using ClaimsCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsCloud.Application.Tests.Cases;

/// <summary>What goes wrong at the desk: a clear refusal or a question, nothing lost, history kept.</summary>
public sealed class DeskTests(CaseFixture of) : IClassFixture<CaseFixture> {
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_outside_the_rules_is_refused_and_a_question_comes_first() {
        var caseId = await of.Open(("lines", "flets;cable"));
        Assert.Equal("PC03", Assert.Single((await of.Case(caseId)).Advice.Questions).Code);
        Assert.Equal("partner-unclear", (await of.Try(caseId, "partner", r => new PartnerPick(r, "shinko", "ip-vpn")).Refusal()).Code);
        await Answer(caseId, ("useLine", "flets"));
        Assert.Equal("partner-does-not-fit", (await of.Try(caseId, "partner", r => new PartnerPick(r, "ntt-west", "ip-vpn")).Refusal()).Code);
        Assert.Equal(2, (await of.Change(caseId, "partner", r => new PartnerPick(r, "ntt-east", "ip-vpn"))).Partner!.Reasons.Count);
    }

    [Fact]
    public async Task A_line_that_changes_before_the_order_takes_the_partner_back_and_after_it_stops_the_case() {
        var early = await of.Open();
        await of.Change(early, "partner", r => new PartnerPick(r, "ntt-east", "ip-vpn"));
        Assert.Null((await Answer(early, ("lines", "cable"))).Partner);

        var late = await of.Ordered();
        var stopped = await Answer(late, ("lines", "cable"));
        Assert.Equal("shinko", stopped.Partner!.Partner);
        Assert.Equal(2, stopped.Orders.Count);
        Assert.Contains("発注の後で回線か住所が変わり", Assert.Single(stopped.Blockers).Text, StringComparison.Ordinal);
        Assert.Equal("コンダクト", stopped.Row.Holder);
        Assert.Equal("already-ordered", (await of.Try(late, "partner", r => new PartnerPick(r, "konica", "ipsec-ike")).Refusal()).Code);
        Assert.Single((await Answer(late, ("lines", "adsl"))).Blockers);
        Assert.Contains((await of.Desk.Get<Page<CaseEventRow>>($"cases/{late}/history")).Items, e => e.Detail?.Contains("今の回線", StringComparison.Ordinal) == true && e.Detail.Contains("フレッツ光", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_is_cancelled_leads_back_to_the_choice_of_a_partner_that_fits() {
        var caseId = await of.Ordered();
        await Answer(caseId, ("lines", "cable"), ("useLine", ""));
        Assert.Equal("reason-missing", (await of.Try(caseId, "order-cancellation", r => new OrderCancellation(r, " ")).Refusal()).Code);
        var back = await of.Change(caseId, "order-cancellation", r => new OrderCancellation(r, "ケーブルテレビにしたため"));
        Assert.Equal(("introduce", 0, null), (back.Row.Step, back.Orders.Count, back.Partner));
        Assert.Contains((await of.Desk.Get<Page<CaseEventRow>>($"cases/{caseId}/history")).Items, e => e.Detail?.Contains("取り消した発注：導入支援事業者", StringComparison.Ordinal) == true);
        Assert.Equal("konica", (await of.Change(caseId, "partner", r => new PartnerPick(r, "konica", "ipsec-ike"))).Partner!.Partner);
        Assert.Equal("nothing-ordered", (await of.Try(caseId, "order-cancellation", r => new OrderCancellation(r, "もう一度")).Refusal()).Code);

        var billed = await of.Ordered();
        await of.Change(billed, "invoices", r => new InvoiceRecord(r, "conduct", "C-1", of.Today, null, new Dictionary<string, long> { ["programs"] = 165_000 }));
        Assert.Equal("already-invoiced", (await of.Try(billed, "order-cancellation", r => new OrderCancellation(r, "遅い")).Refusal()).Code);
    }

    [Fact]
    public async Task A_paper_gets_its_amount_later_or_is_withdrawn_and_stays_with_the_case() {
        var caseId = await of.Ordered();
        var paper = Assert.Single((await of.Paper(caseId, "name=領収書.pdf&paper=receipt&supplier=conduct")).Papers);
        var valued = await of.Change(caseId, $"papers/{paper.PaperId}", r => new PaperChange(r, 165_000, null));
        Assert.Equal(165_000, Assert.Single(valued.Papers).Yen);
        Assert.Equal("reason-missing", (await of.Try(caseId, $"papers/{paper.PaperId}", r => new PaperChange(r, null, "")).Refusal()).Code);
        Assert.Empty((await of.Change(caseId, $"papers/{paper.PaperId}", r => new PaperChange(r, null, "別のステーションの領収書でした"))).Papers);
        Assert.Equal("not-found", (await of.Try(caseId, $"papers/{paper.PaperId}", r => new PaperChange(r, 1, null)).Refusal()).Code);
        Assert.NotEmpty(await of.Desk.GetByteArrayAsync($"cases/{caseId}/papers/{paper.PaperId}", Stop));
    }

    [Fact]
    public async Task A_step_back_and_a_withdrawal_are_told_as_what_they_are() {
        var caseId = await of.Ordered();
        await of.Move(caseId, "introduce", "見積もりのやり直し");
        await of.Move(caseId, "withdrawn", "閉鎖");
        var told = (await of.Desk.Get<Page<CaseEventRow>>($"cases/{caseId}/history")).Items.Select(e => e.What).ToList();
        Assert.Equal(["「紹介」から取り下げました。", "「発注」から「紹介」へ戻しました。"], told.Take(2));
    }

    [Fact]
    public async Task The_stations_of_the_demo_stand_in_every_state() {
        await using var cloud = await CloudHarness.Run(new ManualTime(CloudHarness.Start));
        await ManyCases.Make(cloud.Host.App.Services.GetRequiredService<PlatformScope>(), 90, Stop);
        using var desk = cloud.Desk();
        var board = await desk.Get<CaseBoard>("cases");
        Assert.All(board.Steps, s => Assert.Equal(10, s.Cases));
        Assert.All(board.Steps, s => Assert.InRange(s.Late, 1, s.Cases - 1));
        foreach (var holder in board.Holders) Assert.NotEmpty((await desk.Get<CaseBoard>($"cases?holder={holder.Value}")).Cases.Items);
    }

    [Fact]
    public async Task A_case_keeps_the_price_list_that_it_was_quoted_with() {
        var caseId = await of.Ordered();
        var before = (await of.Case(caseId)).Quotes[0];
        await SaveRow("prices", "programs", cells => cells["lowYen"] = cells["highYen"] = "180000");
        var after = (await of.Case(caseId)).Quotes[0];
        Assert.Equal((before.Cost.Own, before.BookVersion, false), (after.Cost.Own, after.BookVersion, after.IsOfToday));
        var anew = await of.Change(caseId, "quotes", r => new QuoteWish(r, ["survey"]));
        Assert.Equal((2, 198_000 - 165_000), (anew.Quotes.Count, anew.Quotes[0].Cost.Total.Low - before.Cost.Total.Low));
        Assert.Equal(before.Cost.Own, anew.Quotes[1].Cost.Own);
        await SaveRow("prices", "programs", cells => cells["lowYen"] = cells["highYen"] = "150000");
    }

    [Fact]
    public async Task The_book_refuses_what_would_break_it_and_an_old_version() {
        var book = await of.Desk.Get<BookDetail>(CaseRoutes.Book);
        var row = book.Tables.Single(t => t.Table == "prices").Rows[0].Fields.ToDictionary(f => f.Name, f => f.Value);
        Assert.Equal("lowYen", Assert.Single((await of.Desk.Posted<BookSaved>(CaseRoutes.Book, new SaveBookRow("prices", row["key"], new Dictionary<string, string>(row) { ["lowYen"] = "-1" }, of.Today, book.Version))).Problems).Field);
        Assert.Equal("key", Assert.Single((await of.Desk.Posted<BookSaved>(CaseRoutes.Book, new SaveBookRow("prices", row["key"], new Dictionary<string, string>(row) { ["key"] = "other" }, of.Today, book.Version))).Problems).Field);
        Assert.Equal("book-row-fixed", (await of.Desk.PostAsJsonAsync(CaseRoutes.Book, new SaveBookRow("steps", "pay", null, of.Today, book.Version), Stop).Refusal()).Code);
        Assert.Equal("changed-meanwhile", (await of.Desk.PostAsJsonAsync(CaseRoutes.Book, new SaveBookRow("prices", row["key"], row, of.Today, book.Version - 1), Stop).Refusal()).Code);
    }

    [Fact]
    public async Task Two_people_do_not_write_over_each_other() {
        var caseId = await of.Open();
        var seen = (await of.Case(caseId)).Revision;
        await of.Change(caseId, "blockers", r => new BlockerChange(r, null, "大家さんの許可待ち", "station"));
        Assert.Equal("changed-meanwhile", (await of.Desk.PostAsJsonAsync($"cases/{caseId}/moves", new CaseMove(seen, "introduce", null), Stop).Refusal()).Code);
        Assert.Equal("illegal-transition", (await of.Try(caseId, "moves", r => new CaseMove(r, "pay", "急ぎ")).Refusal()).Code);
    }

    [Fact]
    public async Task The_same_for_many_tells_what_was_not_done() {
        var (one, other, gone) = (await of.Open(), await of.Open(), await of.Open());
        await of.Move(gone, "withdrawn", "閉鎖");
        var answer = await of.Desk.Posted<BulkAnswer>(CaseRoutes.Bulk, new BulkAction([one, other, gone, "NOBODY"], "due", "2", new(2024, 8, 1), null));
        Assert.Equal((2, 2), (answer.Done, answer.NotDone.Count));
        Assert.Equal(new DateOnly(2024, 8, 1), (await of.Case(one)).Items.Single(i => i.Item == "2").DueOn);
        var found = await of.Desk.Get<CaseBoard>($"cases?search={gone}");
        Assert.Equal("取り下げ", Assert.Single(found.Cases.Items).StepName);
        Assert.DoesNotContain((await of.Desk.Get<CaseBoard>("cases?step=apply")).Cases.Items, c => c.CaseId == gone);
    }

    [Theory, InlineData("csv"), InlineData("xlsx")]
    public async Task A_sheet_goes_to_the_partner_and_three_edited_cells_come_back(string form) {
        var (one, other) = (await of.Ordered(), await of.Ordered());
        var bytes = await of.Desk.GetByteArrayAsync($"case-sheets/shinko?form={form}", Stop);
        var lines = SheetFile.Read(new MemoryStream(bytes)).Lines!.Select(l => l.ToList()).ToList();
        var (work, remarks) = (lines[1].IndexOf("工事日"), lines[1].IndexOf("連絡事項"));
        lines.Single(l => l[0] == one)[work] = "2024/8/5";
        lines.Single(l => l[0] == one)[remarks] = "立会いをお願いします";
        lines.Single(l => l[0] == other)[work] = "2024/8/6";
        var import = await of.Desk.Sent<SheetImportDetail>("case-sheets/shinko?name=戻り.xlsx", form == "csv" ? SheetFile.WriteCsv(lines) : SheetFile.WriteXlsx(lines));
        Assert.Equal(("asked", 3), (import.State, import.Changes.Count));
        Assert.Empty((await of.Case(one)).PartnerFields);
        var taken = await (await of.Desk.PostAsync($"case-sheet-imports/{import.ImportId}", null, Stop)).Read<SheetImportDetail>();
        Assert.Equal(("taken", 3), (taken.State, taken.Taken));
        Assert.Contains(new FieldOption("工事日", "2024-08-05"), (await of.Case(one)).PartnerFields);
        Assert.Equal("sheet-taken", (await of.Desk.PostAsync($"case-sheet-imports/{import.ImportId}", null, Stop).Refusal()).Code);

        lines.Single(l => l[0] == one)[0] = "XXXXXXX";
        var refused = await of.Desk.Sent<SheetImportDetail>("case-sheets/shinko?name=戻り.csv", SheetFile.WriteCsv(lines));
        Assert.Equal("refused", refused.State);
        Assert.Contains("XXXXXXX", Assert.Single(refused.Refusals), StringComparison.Ordinal);
        Assert.Equal("bad-request", (await of.Desk.PostAsync($"case-sheet-imports/{refused.ImportId}", null, Stop).Refusal()).Code);
        Assert.Equal("refused", (await of.Desk.Sent<SheetImportDetail>("case-sheets/shinko?name=x.csv", Encoding.UTF8.GetBytes("a,b\r\n"))).State);
    }

    [Fact]
    public async Task An_order_and_a_bill_hold_only_what_was_quoted() {
        var caseId = await of.Ordered();
        Assert.Equal("amounts-wrong", (await of.Try(caseId, "orders", r => new OrderRecord(r, of.Today, new Dictionary<string, long> { ["nothing"] = 1 })).Refusal()).Code);
        Assert.Equal("dates-wrong", (await of.Try(caseId, "orders", r => new OrderRecord(r, of.Today.AddDays(1), new Dictionary<string, long> { ["setup"] = 1 })).Refusal()).Code);
        Assert.Equal("nothing-ordered", (await of.Try(caseId, "invoices", r => new InvoiceRecord(r, "somebody", "1", of.Today, null, new Dictionary<string, long> { ["setup"] = 1 })).Refusal()).Code);
        Assert.Equal("amounts-wrong", (await of.Try(caseId, "invoices", r => new InvoiceRecord(r, "conduct", "1", of.Today, null, new Dictionary<string, long> { ["setup"] = 1 })).Refusal()).Code);
    }

    private async Task<CaseDetail> Answer(string caseId, params (string Field, string Value)[] changed) {
        var answers = (await of.Case(caseId)).Answers.SelectMany(p => p.Fields).ToDictionary(f => f.Name, f => f.Value);
        foreach (var (field, value) in changed) answers[field] = value;
        return await of.Change(caseId, "answers", r => new AnswersChange(r, answers));
    }

    private async Task SaveRow(string table, string key, Action<Dictionary<string, string>> edit) {
        var book = await of.Desk.Get<BookDetail>(CaseRoutes.Book);
        var cells = book.Tables.Single(t => t.Table == table).Rows.Single(r => r.Key == key).Fields.ToDictionary(f => f.Name, f => f.Value);
        edit(cells);
        Assert.NotNull((await of.Desk.Posted<BookSaved>(CaseRoutes.Book, new SaveBookRow(table, key, cells, of.Today, book.Version))).Version);
    }
}
