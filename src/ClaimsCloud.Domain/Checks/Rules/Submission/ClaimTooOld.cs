namespace ClaimsCloud.Domain.Checks.Rules.Submission;

/// <summary>S03a: 時効になった請求。</summary>
internal sealed class ClaimTooOld() : ClaimCheck(new Rule("S03a", Severity.LikelyReturn,
    "請求できる期間を過ぎています",
    "訪問看護療養費は、指定訪問看護の月の翌月から5年を過ぎると請求できません。",
    "指定訪問看護年月を確かめてください。",
    "健康保険法第193条、受付・事務点検ASPのチェック（3103）", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,203001,\nRE,1,6112,202406,看護　花子,,2,19600105,,,,,,,") { PayerCode = "3103" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim is { Month: { } month, BillingMonth: { } billing } && billing.Since(month) > 61)
            findings.Add(Rule, claim.Common.Record, "ServiceMonth", $"指定訪問看護年月（{month}）から5年を過ぎています。");
    }
}
