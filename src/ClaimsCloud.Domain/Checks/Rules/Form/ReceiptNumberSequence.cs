using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F04a: レセプト番号が連続していない。</summary>
internal sealed class ReceiptNumberSequence() : ClaimCheck(new Rule("F04a", Severity.ClaimRefused,
    "レセプト番号が連続していません",
    "レセプト番号は、ファイルの記録順に1から1ずつ増える番号です。",
    "番号を1から振り直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.5", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,3,6112,202406,看護　花子,,2,19600105,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Common.ReceiptNumber is { } number && number != claim.Claim.Number)
            findings.Add(Rule, claim.Claim.Place("RE", "ReceiptNumber", claim.Spec), $"レセプト番号は{claim.Claim.Number}になるはずですが、{number}です。");
    }
}
