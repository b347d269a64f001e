using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B03c: 受給者番号が正しくない。</summary>
internal sealed class RecipientCheckDigit() : ClaimCheck(new Rule("B03c", Severity.LikelyReturn,
    "公費の受給者番号が正しくありません",
    "受給者番号は7桁で、国の公費では最後の1桁が検証番号です。7桁に満たないときは前に0を記録します。",
    "受給者証と照らして、受給者番号を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.8、保険者番号等の設定について（昭和51年8月7日保発第45号・庁保発第34号） 検証番号", "2024-06",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001230,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,\nKO,54139993,0001231,,1,5550,,\nKA,20240603,2,510000110,,5550,03,01,01") { PayerCode = "3152" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Publics) {
            if (record.Text(3) is not { } number || !number.All(char.IsAsciiDigit)) continue;
            if (number.Length != 7) findings.Add(Rule, record, "RecipientNumber", $"受給者番号が{number.Length}桁です。7桁で記録します。");
            // Local programmes number as they like.
            else if (PublicLaws.IsNational(PublicLaws.Of(record)) && !CheckDigit.Holds(number)) findings.Add(Rule, record, "RecipientNumber", "受給者番号の検証番号（最後の1桁）が合いません。");
        }
    }
}
