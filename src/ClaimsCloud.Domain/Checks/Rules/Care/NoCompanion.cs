using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R09a: 複数名訪問の2人目の記録がない。</summary>
internal sealed class NoCompanion() : LineCheck(new Rule("R09a", Severity.LikelyReturn,
    "複数名訪問の2人目の記録がありません",
    "複数名訪問看護加算は、2人以上が同時に訪問したときに算定します。",
    "2人目の訪問の記録を確かめ、なければ取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注12", "2024-06",
    "#訪問 20240603 0930 1000 03 03\nKA,20240603,1,510000110,,5550,0303,01,01\nKA,20240603,1,510002770,,4500,0303,,",
    "#訪問 20240603 0930 1000 03\nKA,20240603,1,510000110,,5550,0303,01,01\nKA,20240603,1,510002770,,4500,0303,,") { Needs = CheckNeeds.FeeSchedule | CheckNeeds.Visits }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.TwoStaff;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        var day = line.Day!.Value;
        if (!claim.Patient!.Visits!.Any(v => v.Day == day && v.Companion is not null))
            findings.Add(Rule, line.Record, "FeeCode", $"{day:M月d日}に2人での訪問の記録がありませんが、{fee.Shown}があります。");
    }
}
