namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01e: 後期高齢者の番号が8桁でない。</summary>
internal sealed class LateSeniorNumber() : ClaimCheck(new Rule("B01e", Severity.LikelyReturn,
    "後期高齢者医療の被保険者番号が正しくありません",
    "後期高齢者医療は番号だけを8桁の数字で記録し、記号は記録しません。",
    "被保険者番号を8桁で記録し、記号を空にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.7", "2024-06",
    "RE,1,6318,202406,看護　花子,,2,19400105,,,,,,,\nHO,39279997,,00112233,1,5550,,,,,,",
    "RE,1,6318,202406,看護　花子,,2,19400105,,,,,,,\nHO,39279997,,112233,1,5550,,,,,,") { PayerCode = "3175" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || InsurerKinds.Of(insurer) != InsurerKind.LateSenior) return;
        if (insurer.Text(4) is { } number && !(number.Length == 8 && number.All(char.IsDigit))) findings.Add(Rule, insurer, "Number", "後期高齢者医療の番号は8桁の数字です。");
        if (!insurer.Field(3).IsEmpty) findings.Add(Rule, insurer, "Symbol", "後期高齢者医療に記号はありません。");
    }
}
