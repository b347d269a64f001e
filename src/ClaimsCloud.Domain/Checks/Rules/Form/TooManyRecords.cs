using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F02b: レコードが多すぎる。</summary>
internal sealed class TooManyRecords() : ClaimCheck(new Rule("F02b", Severity.ClaimRefused,
    "レコードが多すぎます",
    "1レセプトに記録できる数は、レコードとレセプト種別で決まっています。公費単独のレセプトにHOは記録しません。",
    "余分なレコードを除くか、レセプト種別を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.1 （ウ）、p.2 （エ）", "2024-06",
    "RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nRJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    private static readonly RecordLayout[] InClaim = [.. ClaimSpec.Release202406.Records.Where(r => r.InClaim)];

    public override void Inspect(ClaimFacts claim, Findings findings) {
        var type = claim.Type;
        foreach (var layout in InClaim) {
            // Most kinds have no line or one, which is never too many but where the code forbids the record.
            if (claim.Count(layout) == 0 || (type?.Range(layout.Id)?.Max ?? layout.Max) is not { } most || claim.Count(layout) <= most) continue;
            findings.Add(Rule, claim.All(layout)[most], most == 0
                ? $"レセプト種別{type!.Code}に{layout.Japanese}（{layout.Id}）は記録しません。"
                : $"{layout.Japanese}（{layout.Id}）は{most}件までですが、{claim.Count(layout)}件あります。");
        }
    }}
