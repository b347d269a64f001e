namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B08b: 区カ・区キは後期高齢者だけ。</summary>
internal sealed class LateSeniorIncomeClass() : ClaimCheck(new Rule("B08b", Severity.LikelyReturn,
    "区カ・区キは後期高齢者医療だけです",
    "レセプト特記の41（区カ）と42（区キ）は、後期高齢者医療の一般の方だけに記録します。",
    "所得区分を確かめて特記を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 別表6、受付・事務点検ASPのチェック（3008〜3018）", "2024-06",
    "RE,1,6318,202406,看護　花子,,2,19400105,,,,42,,,\nHO,39279997,,00112233,1,5550,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,42,,,") { PayerCode = "3008" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.TypeCode != 0 && (claim.TypeSystem != 63 || claim.TypePerson != 8))
            foreach (var income in SpecialNotes.IncomeClasses(claim))
                if (income is "41" or "42") findings.Add(Rule, claim.Common.Record, "SpecialNotes", $"特記{income}は後期高齢者医療の一般の方だけです。種別は{claim.TypeCode}です。");
    }
}
