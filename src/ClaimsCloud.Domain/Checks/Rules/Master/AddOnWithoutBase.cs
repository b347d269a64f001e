using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M04a: 加算の基本がない。</summary>
internal sealed class AddOnWithoutBase() : LineCheck(new Rule("M04a", Severity.LikelyReturn,
    "加算の基本になる療養費がありません",
    "加算は、それを加算できる基本療養費と同じ日に算定します。管理療養費の加算は、同じ月に管理療養費が必要です。緊急訪問看護加算と退院支援指導加算は単独でも算定できます。",
    "基本療養費を算定しているか、療養費コードが合っているかを確かめてください。",
    "訪問看護療養費マスター 基本・基本加算対応テーブル、項番47", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002670,,1300,,,",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240604,1,510002670,,1300,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Fee is { Role: FeeRole.AddOn, StandsAlone: false };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (HasBase(claim, fee, line.Day!.Value)) return;
        if (fee.Fee.RuleCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "加算の決まりが確かでない療養費があります");
        else findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}を加算できる基本の療養費がありません。");
    }

    /// <summary>Add-ons of the management fee stand on any day of the month, those of a visit on its own day.</summary>
    private static bool HasBase(ClaimFacts claim, FeeEntry addOn, DateOnly day) {
        foreach (ref readonly var line in claim.ByDay)
            if (line.Fee is { } fee && (line.Day == day || !fee.IsVisit) && claim.Table!.Alternative(fee, addOn) != 0) return true;
        return false;
    }
}
