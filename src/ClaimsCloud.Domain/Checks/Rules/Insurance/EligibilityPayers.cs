namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B09c: 資格確認の負担者種別が合わない。</summary>
internal sealed class EligibilityPayers() : ClaimCheck(new Rule("B09c", Severity.LikelyReturn,
    "資格確認レコードの負担者種別が合いません",
    "資格確認レコードは、レセプトにある保険と公費のものを、負担者種別の順に1件ずつ記録します。",
    "負担者種別を直すか、余分なレコードを除いてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.9 注3", "2024-06",
    "SN,1,01,,,,01,,",
    "SN,3,01,,,,01,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        PayerOrder.Inspect(Rule, claim, claim.Eligibility, findings);
    }
}
