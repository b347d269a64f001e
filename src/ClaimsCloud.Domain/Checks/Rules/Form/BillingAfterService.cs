using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F04b: 請求年月が指定訪問看護年月より後でない。</summary>
internal sealed class BillingAfterService() : FileCheck(new Rule("F04b", Severity.ClaimRefused,
    "請求年月と指定訪問看護年月の関係が正しくありません",
    "請求年月は、指定訪問看護年月より後の月です。",
    "請求年月か指定訪問看護年月を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.4、p.5", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202406,")) {
    private ServiceMonth? _billing;

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        if (block[0] is var first && first.IdBytes.SequenceEqual("HM"u8)) _billing = new StationRecord(first).BillingMonth;
        if (claim is null || _billing is not { } billing || claim.Month is not { } month || month < billing) return;
        findings.Add(Rule, claim.Claim.Place("RE", "ServiceMonth", ClaimSpec.Release202406), $"指定訪問看護年月（{month}）が請求年月（{billing}）より前ではありません。");
    }
}
