using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X07d: 前回算定年月が違う。</summary>
internal sealed class PreviousMonthOfInformation() : ClaimCheck(new Rule("X07d", Severity.LikelyReturn,
    "前回算定年月が算定の記録と違います",
    "訪問看護情報提供療養費２は、前回算定した年月を記録します。初めてのときは省略します。",
    "前回算定年月を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.16、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.31", "2024-06",
    "#前後 20240115 570000210\nTJ,10,,202401,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000210,,1500,,,",
    "#前後 20240115 570000210\nTJ,10,,202312,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000210,,1500,,,") { Needs = CheckNeeds.OtherMonths }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Information) {
            if (Recipients.NumberOf(record) != 2 || claim.Month is not { } month) continue;
            var last = claim.Patient!.OtherMonths!.Where(o => o.Code == "570000210" && o.Day < month.FirstDay).Select(o => o.Day).DefaultIfEmpty().Max();
            if (last != default && record.Month(4) != ServiceMonth.Of(last.Year, last.Month)) findings.Add(Rule, record, "PreviousMonth", $"前回の算定は{last:yyyy年M月}です。");
        }
    }
}
