using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B01a: 保険者番号の検証番号が合わない。</summary>
internal sealed class InsurerCheckDigit() : ClaimCheck(new Rule("B01a", Severity.ClaimRefused,
    "保険者番号が正しくありません",
    "保険者番号の最後の1桁は、ほかの桁から計算する検証番号です。合わない番号の保険者はありません。",
    "資格確認書やオンライン資格確認の結果と照らして、保険者番号を直してください。",
    "保険者番号等の設定について（昭和51年8月7日保発第45号・庁保発第34号） 検証番号、記録条件仕様（訪問看護用）令和6年6月版 p.7", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,06132014,,12345678,1,5550,,,,,,") { PayerCode = "2167" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Insurer is not { } insurer || InsurerKinds.Of(insurer) == InsurerKind.Unknown) return;
        if (insurer.Text(2)!.TrimStart(' ') is var number && number.All(char.IsAsciiDigit) && !CheckDigit.Holds(number))
            findings.Add(Rule, insurer, "InsurerNumber", "保険者番号の検証番号（最後の1桁）が合いません。");
    }
}
