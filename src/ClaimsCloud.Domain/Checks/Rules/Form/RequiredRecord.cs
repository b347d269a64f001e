using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F02a: 必要なレコードがない。</summary>
internal sealed class RequiredRecord() : ClaimCheck(new Rule("F02a", Severity.ClaimRefused,
    "必要なレコードがありません",
    "レセプトにはRE・IH・HJ・JS・SY・RJ・KAが必要です。HOとKOはレセプト種別が示す数だけ必要です。",
    "足りないレコードの元になる情報（保険・公費・指示書・傷病名など）を登録して、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.1 （ウ）、p.2 （エ）", "2024-06",
    "RE,1,6112,202406,看護　花子,,2,19600105,,,,,,,",
    "RE,1,6122,202406,看護　花子,,2,19600105,,,,,,,")) {
    private static readonly RecordLayout[] Always = [.. ClaimSpec.Release202406.Records.Where(r => r is { InClaim: true, Presence: RecordPresence.Always })];

    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in Always)
            if (claim.Count(record) == 0)
                findings.Add(Rule, claim.Claim.Place(record.Id), $"{record.Japanese}（{record.Id}）がありません。");
        if (claim.Type is not { } type) return;
        foreach (var range in type.Ranges) {
            var count = claim.Count(claim.Spec.Record(range.Record)!);
            if (count < range.Min && !range.Admits(count))
                findings.Add(Rule, claim.Claim.Place(range.Record),
                    $"レセプト種別{type.Code}では{claim.Spec.Record(range.Record)!.Japanese}（{range.Record}）が{range.Min}件必要ですが、{count}件です。");
        }
    }
}
