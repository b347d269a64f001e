using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F06b: 検索番号がある。</summary>
internal sealed class SearchNumberGiven() : ClaimCheck(new Rule("F06b", Severity.Hint,
    "検索番号が記録されています",
    "検索番号は返戻されたレセプトを再請求するときだけ記録します。このファイルだけでは、再請求かどうかも、履歴の部分が正しいかも分かりません。",
    "一次請求のときは検索番号を空にしてください。再請求のときは返戻ファイルの番号のままにします。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,12345678901234567")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.SearchNumber is not null)
            findings.Add(Rule, Verdict.NotChecked, claim.Claim.Place("RE", "SearchNumber", claim.Spec), "再請求のレセプトとして読みました。返戻ファイルと合っているかは点検していません。");
    }
}
