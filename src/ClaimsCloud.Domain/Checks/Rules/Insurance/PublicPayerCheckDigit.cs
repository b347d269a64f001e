using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03b: 公費負担者番号の検証番号が合わない。</summary>
internal sealed class PublicPayerCheckDigit() : ClaimCheck(new Rule("B03b", Severity.LikelyReturn,
    "公費負担者番号が正しくありません",
    "公費負担者番号8桁の最後の1桁は検証番号です。",
    "受給者証と照らして、負担者番号を直してください。",
    "保険者番号等の設定について（昭和51年8月7日保発第45号・庁保発第34号） 検証番号", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139994,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics)
            if (record.Text(2) is { Length: 8 } number && number.All(char.IsAsciiDigit) && !CheckDigit.Holds(number))
                findings.Add(Rule, record, "PayerNumber", "公費負担者番号の検証番号（最後の1桁）が合いません。");
    }
}
