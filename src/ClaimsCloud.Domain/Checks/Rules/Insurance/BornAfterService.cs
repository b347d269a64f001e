namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B02g: 生年月日が訪問看護年月より後。</summary>
internal sealed class BornAfterService() : ClaimCheck(new Rule("B02g", Severity.LikelyReturn,
    "生年月日が指定訪問看護年月より後です",
    "生まれる前の訪問看護はありません。",
    "生年月日を直してください。",
    "健康保険法・国民健康保険法・高齢者の医療の確保に関する法律の年齢、記録条件仕様（訪問看護用）令和6年6月版 別表4", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,20300105,,,,,,,") { PayerCode = "3135" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { BirthDate: { } birth, Month: { } month } && birth > month.LastDay)
            findings.Add(Rule, claim.Common.Record, "BirthDate", "生年月日が指定訪問看護年月より後です。");
    }
}
