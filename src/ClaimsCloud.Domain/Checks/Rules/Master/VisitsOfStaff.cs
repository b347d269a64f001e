namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M10b: 同日訪問回数と職種等の訪問の数が合わない。</summary>
internal sealed class VisitsOfStaff() : LoneLineCheck(new Rule("M10b", Severity.LikelyReturn,
    "同日訪問回数と職種等が合いません",
    "1日に2回・3回訪問したときは、訪問ごとに主に訪問した人の職種を、1回目・2回目・3回目のコードで記録します。",
    "職種等に各回のコードを記録するか、同日訪問回数を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17、別表20", "2024-06",
    "JS,安定している。,01,001,,\nKA,20240603,1,510000110,,5550,0313,02,01\nKA,20240603,1,510001970,,4500,0313,02,",
    "KA,20240603,1,510000110,,5550,03,02,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.StaffMask != 0;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        var staff = line.Staff;
        if (line.VisitCount == 0 || staff.IsEmpty || staff.Length % 2 != 0) return;
        var visits = 0;
        for (var at = 0; at < staff.Length; at += 2) visits |= 1 << Staff.VisitOf(staff.Slice(at, 2));
        if ((visits & ~1) != (2 << line.VisitCount) - 2)
            findings.Add(Rule, line.Record, "StaffCodes", $"同日訪問回数は{line.VisitCount}回ですが、職種等{line.Record.Text(7)}はその回数の訪問になっていません。");
    }
}
