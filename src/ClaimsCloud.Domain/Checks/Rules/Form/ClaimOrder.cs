using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01j: レセプト内の順番が違う。</summary>
internal sealed class ClaimOrder() : ClaimCheck(new Rule("F01j", Severity.ClaimRefused,
    "レセプト内のレコードの順番が違います",
    "1レセプトのレコードは RE HO KO SN JD MF GI IH HJ JS SY RJ TJ TZ KS CO KA の順に記録します。",
    "順番を直してください。レセプト作成ソフトから出力し直すのが確実です。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.1 （ウ）", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,\nIH,13,1,1234567,ひかり病院,看護　太郎,20240620",
    "IH,13,1,1234567,ひかり病院,看護　太郎,20240620\nHO,06132013,,12345678,1,5550,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        RecordLayout? before = null;
        for (var i = 0; i < claim.Claim.Count(); i++) {
            var record = claim.Claim[i];
            if (claim.Spec.Record(record) is not { InClaim: true } layout) continue;
            if (before is not null && layout.Order < before.Order)
                findings.Add(Rule, record, $"{layout.Japanese}（{layout.Id}）が{before.Japanese}（{before.Id}）の後にあります。");
            else before = layout;
        }
    }
}
