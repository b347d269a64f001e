using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M09b: 職種がその療養費に合わない。</summary>
internal sealed class StaffNotAdmitted() : LoneLineCheck(new Rule("M09b", Severity.LikelyReturn,
    "その職種では算定できない療養費です",
    "療養費ごとに訪問できる職種が決まっています。職種等に記録した職種の少なくとも1つが、その療養費の職種です。",
    "訪問した人の職種か、療養費コードを直してください。",
    "訪問看護療養費マスター 項番29〜43、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.45", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,07,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.AsksStaff;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        var staff = line.Staff;
        if (staff.IsEmpty || staff.Length % 2 != 0) return;
        if (fee.Fee.RuleCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "職種の決まりが確かでない療養費があります");
        else if (!Admits(fee, staff)) findings.Add(Rule, line.Record, "StaffCodes", $"{fee.Shown}に、職種等{line.Record.Text(7)}は合いません。");
    }

    private static bool Admits(FeeEntry fee, ReadOnlySpan<byte> staff) {
        var present = 0;
        for (var at = 0; at < staff.Length; at += 2)
            if (Staff.KindOf(staff.Slice(at, 2)) is > 0 and var kind) present |= 1 << kind;
        if (fee.StaffMask != 0) return (present & fee.StaffMask) != 0;
        // Pairs: two people at least, one of them of the class.
        return staff.Length >= 4 && (present & Staff.CompanionsOf(fee)) != 0;
    }
}
