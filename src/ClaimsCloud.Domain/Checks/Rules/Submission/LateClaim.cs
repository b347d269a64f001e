namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S03b: 月遅れの請求。</summary>
internal sealed class LateClaim() : ClaimCheck(new Rule("S03b", Severity.Hint,
    "月遅れの請求です",
    "請求は翌月10日までです。月遅れの請求では、訪問した月の療養費の表と負担区分で請求します。",
    "訪問した月の決まりで作られているかを確かめてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.4", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202412,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { Month: { } month, BillingMonth: { } billing } && billing.Since(month) > 1)
            findings.Add(Rule, claim.Common.Record, "ServiceMonth", $"{billing.Since(month) - 1}か月遅れの請求です。");
    }
}
