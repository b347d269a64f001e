using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R01b: 同じ建物の人数とコードが違う。</summary>
internal sealed class BuildingUsers() : LineCheck(new Rule("R01b", Severity.LikelyReturn,
    "同じ建物の利用者の人数とコードが合いません",
    "同じ建物で同じ日に基本療養費（精神科を含む）を算定する利用者が1人なら（Ⅰ）、2人・3人以上なら（Ⅱ）や精神科（Ⅲ）のコードです。",
    "同じ建物の利用者の訪問を数え直し、コードを直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、01 注2", "2024-06",
    "#建物 20240603 3\nKA,20240603,1,510000910,,2780,03,01,01",
    "#建物 20240603 3\nKA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Building }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { CountsInWeek: true, Fee.Conditions: not null };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (line.Day is not { } day || !claim.Patient!.Building!.UsersByDay.TryGetValue(day, out var users)) return;
        var alone = fee.Family is FeeFamily.Basic1 or FeeFamily.Psychiatric1 or FeeFamily.Observation1;
        if (alone ? users > 1 : fee.Fee.Conditions!.BuildingUsers is { } tier && !tier.Contains(users))
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}は同じ建物の利用者が{users}人ですが、{fee.Shown}です。");
    }
}
