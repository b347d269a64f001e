using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases.Money;

/// <summary>Quotes, orders, invoices and the subsidy in the words of the wire.</summary>
internal static class MoneyViews {
    /// <summary>What a station has to expect on its first day: the prices that everybody pays. Null while the book has no programme.</summary>
    public static CostRow? FirstCost(OnboardingBook book, DateOnly today) =>
        Cost([.. book.Prices.Where(p => p.Charge != Charge.Optional)], book.TaxPercent(today), book.Programmes[0]);

    public static CostRow Cost(IReadOnlyList<PriceLine> lines, int taxPercent, Programme programme) {
        var share = SubsidyShare.Of(lines, taxPercent, programme);
        var monthly = lines.Where(l => l.Charge == Charge.Monthly).ToList();
        return new(programme.Name, programme.CapYen, Range(share.Total), Range(share.Subsidised), Range(share.Subsidy), Range(share.Own), share.UnstatedTaxYen, new(monthly.Sum(l => l.LowYen), monthly.Sum(l => l.HighYen)));
    }

    public static PriceRow Price(PriceLine l) => new(l.Key, l.Name, l.Supplier, Supplier(l.Supplier), l.LowYen, l.HighYen, Json.CamelCase(l.Tax), l.Subsidised, Json.CamelCase(l.Charge));

    public static QuoteRow Quote(Quote q, OnboardingBook today) => new(q.Number, q.BookVersion, q.MadeOn, [.. q.Lines.Select(Price)], Cost(q.Lines, q.TaxPercent, q.Programme), q.BookVersion == today.Version);

    public static OrderRow Order(Bill o) => new(o.Supplier, Supplier(o.Supplier), o.On, Lines(o));

    public static InvoiceRow Invoice(Bill i) => new(i.Supplier, Supplier(i.Supplier), i.Number, i.On, i.PaidOn, Lines(i));

    /// <summary>By the programme that the case was quoted with; by the first of today before that.</summary>
    public static Programme ProgrammeOf(OnboardingCase of, OnboardingBook book) =>
        // Papers and deadlines are the desk's latest knowledge of the same programme; the cap and the rate stay as quoted.
        of.Quotes is [.., var quote] ? (book.Programmes.FirstOrDefault(p => p.Key == quote.Programme.Key) ?? quote.Programme) with { CapYen = quote.Programme.CapYen, RatePercent = quote.Programme.RatePercent } : book.Programmes[0];

    public static PacketAccount Account(OnboardingCase of, OnboardingBook book, DateOnly today) => SubsidyPacket.Of(new(ProgrammeOf(of, book), [.. of.Orders.Select(o => o.Supplier).Distinct()],
        [.. of.Invoices.Select(i => new PacketInvoice(i.Supplier, i.Number, i.On, i.PaidOn, [.. i.Lines.Select(l => new PacketLine(l.Name, l.Yen, l.Subsidised))]))],
        [.. of.HeldPapers().Where(p => p.Paper is not null).Select(p => new PacketPaper(p.Paper!, p.Supplier ?? "", p.Yen))], of.InstalledOn, of.AppliedOn ?? today));

    public static PacketDetail Packet(OnboardingCase of, OnboardingBook book, DateOnly today) {
        var (programme, account) = (ProgrammeOf(of, book), Account(of, book, today));
        return new(programme.Name, programme.CapYen, programme.ApplyBy, of.AppliedOn, account.TotalYen, account.SubsidisedYen, account.SubsidyYen, account.OwnYen, account.OverCapYen, account.IsComplete,
            [.. account.Findings.Select(f => new PacketFindingRow(f.Code, f.Verdict.Name(), f.Message, f.Fix))], Wanted(programme));
    }

    public static IReadOnlyList<RequiredPaperRow> Wanted(Programme programme) => [.. programme.Papers.Select(p => new RequiredPaperRow(p.Key, p.Name, p.PerSupplier))];

    public static string Supplier(string key) => BookTables.Label(BookTables.Suppliers, key);

    private static IReadOnlyList<BillLineRow> Lines(Bill bill) => [.. bill.Lines.Select(l => new BillLineRow(l.Key, l.Name, l.Yen, l.Subsidised))];

    private static RangeRow Range(YenRange range) => new(range.Low, range.High);
}
