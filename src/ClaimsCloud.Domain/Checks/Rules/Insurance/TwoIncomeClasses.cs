namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B08a: 所得の区分が2つある。</summary>
internal sealed class TwoIncomeClasses() : ClaimCheck(new Rule("B08a", Severity.LikelyReturn,
    "所得区分の特記が2つあります",
    "レセプト特記の区ア〜区キは、1つのレセプトに1つだけです。",
    "限度額適用認定証かオンライン資格確認の結果に合わせて1つにしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表6、受付・事務点検ASPのチェック（3128）", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,28,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,2829,,,") { PayerCode = "3128" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (SpecialNotes.IncomeClasses(claim) is { Count: > 1 } classes)
            findings.Add(Rule, claim.Common.Record, "SpecialNotes", $"所得区分の特記が{classes.Count}つあります（{string.Join('・', classes)}）。");
    }
}
