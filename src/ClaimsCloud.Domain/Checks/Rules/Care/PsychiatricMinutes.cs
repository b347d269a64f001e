using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R05b: 精神科の30分の区分が違う。</summary>
internal sealed class PsychiatricMinutes() : LineCheck(new Rule("R05b", Severity.LikelyReturn,
    "精神科訪問看護の30分以上・未満が違います",
    "精神科訪問看護基本療養費は、訪問の時間が30分以上か30分未満かでコードが違います。",
    "訪問の時間を確かめ、コードを直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01-2", "2024-06",
    "#訪問 20240603 0930 1000 03\nHJ,03,20240601,20241130\nJS,安定している。,03,,05,20240603\nKA,20240603,1,530000110,,5550,03,01,03",
    "#訪問 20240603 0930 0950 03\nHJ,03,20240601,20241130\nJS,安定している。,03,,05,20240603\nKA,20240603,1,530000110,,5550,03,01,03") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Fee.Conditions.Minutes: not null, Family: FeeFamily.Psychiatric1 or FeeFamily.Psychiatric3 or FeeFamily.Observation1 or FeeFamily.Observation3 };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        var minutes = claim.Patient!.Visits!.Where(v => v.Day == day).Select(v => v.Minutes).DefaultIfEmpty().Max();
        if (minutes > 0 && !fee.Fee.Conditions!.Minutes!.Contains(minutes)) findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}の訪問は{minutes}分ですが、{fee.Shown}です。");
    }
}
