using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Eligibility.Cards;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>The months that answers write into, and who is in them.</summary>
internal static class PeopleOfMonth {
    /// <summary>A claim is corrected in the month before; older ones are a matter for a person.</summary>
    private const int MonthsKept = 3;

    /// <summary>The newest months, newest first.</summary>
    public static async Task<IReadOnlyList<Stored<CareMonth>>> NewestMonths(this TenantScope tenant, CancellationToken stop) =>
        (await tenant.Documents.Query(new IndexQuery<CareMonth>(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, QueryOrder.Descending, MonthsKept), stop)).Items;

    /// <summary>医療機関コード, 10 digits: prefecture, 6 for visiting nursing, station; null while the prefecture is not recorded.</summary>
    public static string? OqsStation(this Sheet station) =>
        station.Rows.FirstOrDefault(r => r.Table == "station") is { } row && row.Cells.GetValueOrDefault("prefecture") is { Length: 2 } prefecture ? $"{prefecture}6{row.Cells.GetValueOrDefault("code")}" : null;

    public static bool IsActive(this Sheet sheet) => !sheet.IsStation && !sheet.Rows.Any(r => r.Table == "serviceEnds");

    /// <summary>Days of visits that 医療保険 pays, inside the month.</summary>
    public static IReadOnlyCollection<DateOnly> MedicalVisits(this Sheet sheet) =>
        [.. sheet.VisitsOf(sheet.Month).Where(r => r.Cells.GetValueOrDefault("payer") is null or "medical").Select(r => DateOnly.ParseExact(r.Cells["date"], "yyyy-MM-dd")).Distinct()];

    public static IEnumerable<RowText> VisitsOf(this Sheet sheet, string month) =>
        sheet.Rows.Where(r => r.Table == Sheet.VisitTable && r.Cells["date"].StartsWith($"{month[..4]}-{month[4..]}", StringComparison.Ordinal));

    /// <summary>Null with a reason in Japanese when the records make no request.</summary>
    public static (CardSearch? Card, string? Problem) Question(this Sheet sheet, string station, DateOnly day, string personId) {
        if (MonthCards.Search(sheet.Rows, day, LimitConsent.NotGiven, personId) is not { } card) return (null, "医療保険の資格が登録されていません。");
        var findings = RequestWriter.Write(new BulkCheckRequest(station, "probe", day, [card])).Findings;
        return findings.Count == 0 ? (card, null) : (null, $"{findings[0].Place.Field}：{findings[0].Message}");
    }
}
