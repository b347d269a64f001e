using ClaimsCloud.Domain.Bundles.Reading.Tables;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>BU43: 訪問日に資格がない。Some public expenses pay without an insurance, so a certificate is enough here.</summary>
internal sealed class InsuranceOnVisitDays() : BundleRuleCheck(new("BU43", Severity.LikelyReturn, "訪問日に医療保険も公費もありません", "資格の期間を確かめてください。このままでは請求できません。")) {
    public override void Inspect(MonthBundle bundle, BundleReport report) {
        var cards = bundle.InsuranceCards.ToLookup(c => c.Patient);
        var expenses = bundle.PublicExpenses.ToLookup(e => e.Patient);
        foreach (var visit in BilledVisits.Of(bundle))
            if (!cards[visit.Patient].Any(c => Covers(c.From, c.Until, visit.Date)) && !expenses[visit.Patient].Any(e => Covers(e.From, e.Until, visit.Date)))
                report.Add(Rule, CareTables.Visits, visit.Key, "date", $"{CellText.Of(visit.Date)}の訪問の日に、医療保険の資格も公費もありません。");
    }

    private static bool Covers(DateOnly from, DateOnly? until, DateOnly day) => from <= day && !(until < day);
}
