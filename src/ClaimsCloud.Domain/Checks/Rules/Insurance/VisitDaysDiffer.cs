using System.Numerics;

namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B10a: 受診日等と療養費の日が合わない。</summary>
internal sealed class VisitDaysDiffer() : ClaimCheck(new Rule("B10a", Severity.Query,
    "受診日等の日と療養費の日が合いません",
    "受診日等（JD）は、その保険・公費が負担する療養費の算定日に記録します。合わないと、資格が変わったときの分割の対象になりません。",
    "訪問日を確かめて、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.10、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.15", "2024-06",
    "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "JD,1,,,1,1,,,,,,,,,,,,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (ref readonly var marks in claim.Marks) {
            if (claim.DaysOf(marks.Payer) is not { } days || marks.Recorded == days) continue;
            var day = BitOperations.TrailingZeroCount(marks.Recorded ^ days);
            findings.Add(Rule, marks.Record, $"Day{day}", (marks.Recorded & 1u << day) == 0 ? $"{day}日の療養費がありますが、受診日等にありません。" : $"受診日等に{day}日がありますが、療養費がありません。");
        }
    }
}
