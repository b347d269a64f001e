namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X07e: 前回算定年月の記録。</summary>
internal sealed class PreviousMonthOnlyForSchools() : ClaimCheck(new Rule("X07e", Severity.LikelyReturn,
    "前回算定年月の記録が正しくありません",
    "前回算定年月は、訪問看護情報提供療養費２（学校等）だけに、指定訪問看護年月より前の月を記録します。",
    "前回算定年月を空にするか、直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.16", "2024-06",
    "TJ,10,,202401,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000210,,1500,,,",
    "TJ,10,,202406,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,570000210,,1500,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Information) {
            if (record.Field(4).IsEmpty) continue;
            if (Recipients.NumberOf(record) is 1 or 3) findings.Add(Rule, record, "PreviousMonth", "学校等への情報提供ではないのに、前回算定年月があります。");
            else if (record.Month(4) is { } before && claim.Month is { } month && before >= month) findings.Add(Rule, record, "PreviousMonth", "前回算定年月が、指定訪問看護年月より前ではありません。");
        }
    }
}
