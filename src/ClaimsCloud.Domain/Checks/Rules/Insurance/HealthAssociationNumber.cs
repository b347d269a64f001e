namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01f: 協会けんぽの記号・番号の桁数。</summary>
internal sealed class HealthAssociationNumber() : ClaimCheck(new Rule("B01f", Severity.LikelyReturn,
    "協会けんぽの記号・番号が正しくありません",
    "全国健康保険協会（01で始まる番号）の記号は7桁か8桁、番号は7桁までの数字です。",
    "資格確認書と照らして、記号と番号を直してください。",
    "受付・事務点検ASPのチェック（3148・3150）、記録条件仕様（訪問看護用）令和6年6月版 p.7", "2024-06",
    "HO,01131234,21070012,345,1,5550,,,,,,",
    "HO,01131234,2107,345,1,5550,,,,,,") { PayerCode = "3148" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || InsurerKinds.Of(insurer) != InsurerKind.HealthAssociation) return;
        if (insurer.Text(3) is not { Length: 7 or 8 } symbol || !symbol.All(char.IsDigit)) findings.Add(Rule, insurer, "Symbol", "協会けんぽの記号は7桁か8桁の数字です。");
        if (insurer.Text(4) is { } number && (number.Length > 7 || !number.All(char.IsDigit))) findings.Add(Rule, insurer, "Number", "協会けんぽの番号は7桁までの数字です。");
    }
}
