using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU45: 対象の月の外の訪問。</summary>
internal sealed class VisitInMonth() : BundleRuleCheck(new("BU45", Severity.ClaimRefused, "対象の月の外の訪問です",
    "訪問日を直すか、行を取り除いてください。前の月の訪問は、訪問の記録がそろっている最初の日から入れられます。")) {
    public override void Inspect(MonthBundle bundle, BundleReport report) {
        var (first, last) = (bundle.VisitsCompleteFrom ?? bundle.Month.FirstDay, bundle.Month.LastDay);
        foreach (var visit in bundle.Visits)
            if (visit.Date < first || visit.Date > last)
                report.Add(Rule, CareTables.Visits, visit.Key, "date", $"訪問日{CellText.Of(visit.Date)}は、{CellText.Of(first)}から{CellText.Of(last)}までの外です。");
    }
}
