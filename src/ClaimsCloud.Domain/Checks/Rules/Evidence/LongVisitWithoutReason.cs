using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X03b: 長時間訪問看護加算の理由がない。</summary>
internal sealed class LongVisitWithoutReason() : LineCheck(new Rule("X03b", Severity.LikelyReturn,
    "長時間訪問看護加算を算定できる状態の記録がありません",
    "長時間訪問看護加算は、15歳未満の超重症児・準超重症児、別表8の方、特別訪問看護指示の期間に算定できます。",
    "該当する疾病等（JS）を登録するか、算定を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注6", "2024-06",
    "JS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002570,,5200,,,",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002570,,5200,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.LongVisit;

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!(claim.Listed.Appendix8 || (claim.Listed.SevereChild && claim.AgeOn(line.Day!.Value) < 15) || (!fee.IsDesignated && claim.SpecialOrderCovers(line.Day!.Value))))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}を算定できる疾病等や特別訪問看護指示の記録がありません。");
    }
}
