namespace ClaimsCloud.Domain.Checks.Rules.Insurance;

/// <summary>B10c: 受診等区分が実日数の数え方と合わない。</summary>
internal sealed class VisitDayKind() : ClaimCheck(new Rule("B10c", Severity.Query,
    "受診等区分が実日数の数え方と合いません",
    "訪問のあった日は1、実日数に数えない日（退院支援指導加算だけの日など）は2を記録します。",
    "受診等区分を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.10、別表25", "2024-06",
    "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "JD,1,,,2,,,,,,,,,,,,,,,,,,,,,,,,,,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.VisitDays) {
            if (record.Field(2) is not [>= (byte)'1' and <= (byte)'5' and var code]) continue;
            var counted = 0u;
            foreach (ref readonly var line in claim.Lines) {
                if (line.Payers == 0 || line.Day is not { } day || line.Fee?.Family is null) return;
                if ((line.Payers & 1 << (code - '1')) != 0 && line.MakesDay) counted |= 1u << day.Day;
            }
            for (var day = 1; day <= 31; day++)
                if (record.Field(2 + day) is [((byte)'1' or (byte)'2') and var kind] && (kind == '1') != ((counted & 1u << day) != 0)) {
                    findings.Add(Rule, record, $"Day{day}", kind == '1' ? $"{day}日は実日数に数えない日ですが、1が記録されています。" : $"{day}日は訪問のあった日ですが、2が記録されています。");
                    break;
                }
        }
    }
}
