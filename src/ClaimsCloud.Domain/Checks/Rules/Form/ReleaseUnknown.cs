using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F00a: その年月の記録条件仕様がない。</summary>
internal sealed class ReleaseUnknown() : ClaimCheck(new Rule("F00a", Severity.Hint,
    "この年月の記録条件仕様は持っていません",
    "令和6年6月から令和8年5月までの指定訪問看護年月は令和6年6月版で点検します。ほかの年月は、同じ版で読みますが、決まりが変わっているかもしれません。",
    "その年月の記録条件仕様と照らして確かめてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 表紙", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202405,看護　花子,,2,19600105,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.ServiceMonth is { } month && ClaimSpec.For(month) is null)
            findings.Add(Rule, Verdict.NotChecked, claim.Claim.Place("RE", "ServiceMonth", claim.Spec), $"指定訪問看護年月（{month}）の記録条件仕様がないため、令和6年6月版で点検しました。");
    }
}
