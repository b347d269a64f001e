namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R07a: 職種等と訪問した人の職種が違う。</summary>
internal sealed class StaffDiffers() : LineCheck(new Rule("R07a", Severity.LikelyReturn,
    "職種等が訪問した人の職種と違います",
    "職種等には、その日に主として訪問した人の職種を記録します。",
    "訪問の記録と職種等を確かめて直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "#訪問 20240603 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01",
    "#訪問 20240603 0930 1000 07\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.IsVisit;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        var staff = line.Staff;
        if (staff.Length < 2 || claim.Patient!.Visits!.Where(v => v.Day == day).ToList() is not { Count: > 0 } visits) return;
        for (var at = 0; at + 2 <= staff.Length; at += 2)
            if (Master.Staff.KindOf(staff.Slice(at, 2)) is > 0 and var kind && !visits.Exists(v => IsKind(v.Staff, kind) || IsKind(v.Companion, kind))) {
                findings.Add(Rule, line.Record, "StaffCodes", $"{day:M月d日}に職種{kind:00}の人の訪問の記録がありません。");
                return;
            }
    }

    private static bool IsKind(string? staff, int kind) => int.TryParse(staff, out var code) && code == kind;
}
