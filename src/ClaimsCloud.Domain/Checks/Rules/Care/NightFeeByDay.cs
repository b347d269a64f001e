using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R06a: 時間帯の加算と訪問の時刻が違う。</summary>
internal sealed class NightFeeByDay() : LineCheck(new Rule("R06a", Severity.LikelyReturn,
    "夜間・早朝・深夜の加算と訪問の時刻が合いません",
    "夜間は18時から22時、早朝は6時から8時、深夜は22時から6時の訪問です。",
    "訪問の時刻を確かめ、加算を直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注13", "2024-06",
    "#訪問 20240603 1830 1900 03\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510003970,,2100,,,",
    "#訪問 20240603 0930 1000 03\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510003970,,2100,,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family is FeeFamily.Night or FeeFamily.LateNight;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var (day, asked) = (line.Day!.Value, fee.Family == FeeFamily.Night ? TimeBand.Night : TimeBand.LateNight);
        if (!claim.Patient!.Visits!.Any(v => v.Day == day && TimeBands.Of(v.Start) == asked))
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}にその時間帯に始まる訪問がありませんが、{fee.Shown}があります。");
    }
}
