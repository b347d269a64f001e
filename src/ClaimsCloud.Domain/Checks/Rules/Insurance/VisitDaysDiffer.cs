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
        foreach (var record in claim.VisitDays) {
            if (record.Field(2) is not [>= (byte)'1' and <= (byte)'5' and var code] || Days.Of(claim, code - '1') is not { } days) continue;
            for (var day = 1; day <= 31; day++)
                if (record.Field(2 + day).IsEmpty == ((days & 1u << day) != 0)) {
                    findings.Add(Rule, record, $"Day{day}", record.Field(2 + day).IsEmpty ? $"{day}日の療養費がありますが、受診日等にありません。" : $"受診日等に{day}日がありますが、療養費がありません。");
                    break;
                }
        }
    }
}
