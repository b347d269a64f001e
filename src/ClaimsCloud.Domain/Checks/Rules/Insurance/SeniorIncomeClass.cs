namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B08c: 70歳以上の所得区分と種別が合わない。</summary>
internal sealed class SeniorIncomeClass() : ClaimCheck(new Rule("B08c", Severity.LikelyReturn,
    "所得区分の特記とレセプト種別が合いません",
    "70歳以上の方の区ア〜区ウ（26〜28）は現役並み所得なので種別の4桁目が0、区エ・区オ・区カ・区キは8です。",
    "負担割合を確かめ、特記かレセプト種別を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表4・別表6、受付・事務点検ASPのチェック（3009）", "2024-06",
    "RE,1,6118,202406,看護　花子,,2,19520105,,,,29,,,",
    "RE,1,6118,202406,看護　花子,,2,19520105,,,,28,,,") { PayerCode = "3009" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.TypeSystem is not (61 or 63) || claim.TypePerson is not (8 or 0)) return;
        foreach (var income in SpecialNotes.IncomeClasses(claim))
            if ((income is "26" or "27" or "28") != (claim.TypePerson == 0))
                findings.Add(Rule, claim.Common.Record, "SpecialNotes", $"特記{income}は、種別{claim.TypeCode}の方の所得区分ではありません。");
    }
}
