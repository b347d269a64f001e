using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU33: 月の途中からの記録。</summary>
internal sealed class VisitsCompleteBeforeMonth() : BundleRuleCheck(new("BU33", Severity.FileRefused, "月の初めの訪問がそろっていません", "月の初日からの訪問をすべて入れてください。")) {
    public override void Inspect(MonthBundle bundle, BundleReport report) {
        if (bundle.VisitsCompleteFrom is { } from && from > bundle.Month.FirstDay)
            report.Add(Rule, StationTables.Month, "", "visitsCompleteFrom", $"訪問の記録が{CellText.Of(from)}からになっています。");
    }
}
