namespace ClaimsCloud.Domain.Fees.Calculation.Rules;

/// <summary>訪問看護物価対応料 (2026): with 管理療養費 of the first and the later days, and with 包括型.</summary>
internal sealed class PriceSupport() : FeeRule("K33", "訪問看護物価対応料", "告示（令和8年度）訪問看護物価対応料") {
    public override void Bill(PatientMonth month, HeadCounts heads, FeeSheet sheet) {
        if (!month.Station.FromRevision2026) return;
        var first = month.FirstManagementDay;
        foreach (var day in month.Days) {
            FeeFamily? family = day.IsOrdinary ? day == first ? FeeFamily.PriceFirst : FeeFamily.PriceLater : day.Base == DayBase.Inclusive ? FeeFamily.PriceInclusive : null;
            if (family is { } due) sheet.Add(this, new FeeFacts(due) { Care = day.Care }, day.Date, day.Keys, day == first ? "月の初日" : "月の2日目以降又は包括型");
        }
    }
}
