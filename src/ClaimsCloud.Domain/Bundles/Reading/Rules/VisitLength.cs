using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU46: 訪問の時間。</summary>
internal sealed class VisitLength() : BundleRuleCheck(new("BU46", Severity.ClaimRefused, "訪問の時間が正しくありません",
    "開始と終了の時刻を直してください。日をまたぐ訪問は「終了の日」に次の日を入れます。")) {
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public override void Inspect(MonthBundle bundle, BundleReport report) {
        foreach (var visit in bundle.Visits) {
            var length = (visit.EndDate ?? visit.Date).ToDateTime(visit.End) - visit.Date.ToDateTime(visit.Start);
            if (length <= TimeSpan.Zero) report.Add(Rule, CareTables.Visits, visit.Key, "end", $"{CellText.Of(visit.Date)}の訪問の終了{CellText.Of(visit.End)}が、開始{CellText.Of(visit.Start)}より後ではありません。");
            else if (length > Longest) report.Add(Rule, CareTables.Visits, visit.Key, "endDate", $"{CellText.Of(visit.Date)}の訪問が24時間を超えています。");
        }
    }
}
