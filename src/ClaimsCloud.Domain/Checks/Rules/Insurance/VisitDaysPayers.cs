namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B10b: 受診日等の負担者種別が合わない。</summary>
internal sealed class VisitDaysPayers() : ClaimCheck(new Rule("B10b", Severity.Query,
    "受診日等レコードの負担者種別が合いません",
    "受診日等レコードは、レセプトにあるすべての保険と公費のものを、負担者種別の順に1件ずつ記録します。",
    "負担者種別を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.10 注2", "2024-06",
    "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "JD,2,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        PayerOrder.Inspect(Rule, claim, claim.VisitDays, findings);
    }
}
