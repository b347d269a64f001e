using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Money;

/// <summary>What was ordered, what was asked for and paid. Amounts include tax; what is subsidised comes from the quote.</summary>
internal static class RecordBills {
    private const long MostYen = 100_000_000;
    private const int NumberLength = 40;
    private const int MostInvoices = 20;
    private const int ReasonLength = 200;

    /// <summary>One order a supplier, from the newest quote. An order that came before is replaced, and told in the history.</summary>
    public static Task<Results<Ok<CaseDetail>, Refused>> Order(string caseId, OrderRecord record, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, record.Revision, caller, platform, (of, _) => {
        if (of.Quotes is not [.., var quote]) return Refusals.NothingQuoted;
        if (of.Invoices.Count > 0) return Refusals.AlreadyInvoiced;
        if (record.OrderedOn > platform.Today() || record.OrderedOn < quote.MadeOn.AddYears(-1)) return Refusals.DatesWrong;
        if (Lines(record.Yen, quote.Lines.Select(l => (l.Key, l.Name, l.Subsidised))) is not { Count: > 0 } lines) return Refusals.AmountsWrong;
        var orders = lines.GroupBy(l => quote.Lines.First(q => q.Key == l.Key).Supplier).Select(g => new Bill(g.Key, "", record.OrderedOn, null, [.. g])).ToList();
        return new CaseChange(of with { Orders = orders }, of.Orders.Count == 0 ? "発注を記録しました。" : "発注を記録し直しました。", string.Join('\n', of.Orders.Select(o => $"前：{Told(o)}").Concat(orders.Select(Told))));
    }, stop);

    /// <summary>For a station whose line or address changed: the partner is chosen anew, and quoted and ordered from. What was ordered stays in the history.</summary>
    public static Task<Results<Ok<CaseDetail>, Refused>> Cancel(string caseId, OrderCancellation wish, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, wish.Revision, caller, platform, (of, book) => {
        var reason = wish.Reason?.Trim() ?? "";
        if (of.Orders.Count == 0) return Refusals.NothingOrdered;
        if (of.Invoices.Count > 0) return Refusals.AlreadyInvoiced;
        if (reason.Length is 0 or > ReasonLength || SecretText.Problem(reason) is not null) return Refusals.ReasonMissing;
        var fits = of.Partner is { } partner && ChangeAnswers.StillFits(partner, PartnerChoice.For(ApplicationForm.Site(of.Answers), book));
        var back = of with { Orders = [], Partner = fits ? of.Partner : null };
        return new CaseChange(back.Enter("introduce", platform.Now), "発注を取り消し、「紹介」へ戻しました。", string.Join('\n', of.Orders.Select(o => $"取り消した発注：{Told(o)}").Prepend(reason)));
    }, stop);

    public static Task<Results<Ok<CaseDetail>, Refused>> Invoice(string caseId, InvoiceRecord record, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, record.Revision, caller, platform, (of, _) => {
        if (of.Orders.FirstOrDefault(o => o.Supplier == record.Supplier) is not { } order) return Refusals.NothingOrdered;
        var number = record.Number?.Trim() ?? "";
        if (number.Length is 0 or > NumberLength || SecretText.Problem(number) is not null) return Refusals.BadRequest;
        if (record.IssuedOn > platform.Today() || record.IssuedOn < order.On || record.PaidOn > platform.Today() || record.PaidOn < record.IssuedOn.AddYears(-1)) return Refusals.DatesWrong;
        if (Lines(record.Yen, order.Lines.Select(l => (l.Key, l.Name, l.Subsidised))) is not { Count: > 0 } lines) return Refusals.AmountsWrong;
        var was = of.Invoices.FirstOrDefault(i => i.Supplier == order.Supplier && i.Number == number);
        if (was is null && of.Invoices.Count >= MostInvoices) return Refusals.BadRequest;
        var invoice = new Bill(order.Supplier, number, record.IssuedOn, record.PaidOn, lines);
        return new CaseChange(of with { Invoices = [.. of.Invoices.Where(i => i != was), invoice] }, was is null ? "請求書を記録しました。" : "請求書の記録を改めました。",
            string.Join('\n', new[] { was is null ? null : $"前：{Told(was)}", Told(invoice) }.OfType<string>()));
    }, stop);

    public static Task<Results<Ok<CaseDetail>, Refused>> Subsidy(string caseId, SubsidyApplied record, PlatformScope platform, Caller caller, CancellationToken stop) => CaseChanges.Answer(caseId, record.Revision, caller, platform, (of, book) => {
        if (record.AppliedOn > platform.Today()) return Refusals.DatesWrong;
        var applied = of with { AppliedOn = record.AppliedOn };
        return MoneyViews.Account(applied, book, platform.Today()).IsComplete ? new CaseChange(applied, "補助金を申請しました。", $"申請日 {record.AppliedOn:yyyy年M月d日}") : Refusals.PacketIncomplete;
    }, stop);

    /// <summary>Null when an amount is out of bounds or for something that is not in the list.</summary>
    private static List<BillLine>? Lines(IReadOnlyDictionary<string, long>? yen, IEnumerable<(string Key, string Name, bool Subsidised)> known) {
        var list = known.ToList();
        if (yen is null || yen.Any(y => y.Value is < 0 or > MostYen || list.All(k => k.Key != y.Key))) return null;
        return [.. list.Where(k => yen.ContainsKey(k.Key)).Select(k => new BillLine(k.Key, k.Name, yen[k.Key], k.Subsidised))];
    }

    private static string Told(Bill bill) => $"{MoneyViews.Supplier(bill.Supplier)} {(bill.Number.Length > 0 ? bill.Number + " " : "")}{bill.On:yyyy年M月d日} {bill.Yen:#,0}円{(bill.PaidOn is { } paid ? $"（{paid:yyyy年M月d日}に支払い済み）" : "")}";
}
