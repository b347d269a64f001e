using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU44: 訪問日に指示がない。</summary>
internal sealed class InstructionOnVisitDays() : BundleRuleCheck(new("BU44", Severity.LikelyReturn, "訪問日に訪問看護指示書がありません", "指示期間を確かめてください。このままでは請求できません。")) {
    public override void Inspect(MonthBundle bundle, BundleReport report) {
        var instructions = bundle.Instructions.ToLookup(i => i.Patient);
        foreach (var visit in BilledVisits.Of(bundle))
            if (!instructions[visit.Patient].Any(i => i.From <= visit.Date && visit.Date <= i.Until))
                report.Add(Rule, CareTables.Visits, visit.Key, "date", $"{CellText.Of(visit.Date)}の訪問の日に、訪問看護指示書がありません。");
    }
}
