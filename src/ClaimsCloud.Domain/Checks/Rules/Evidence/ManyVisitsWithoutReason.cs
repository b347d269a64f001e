using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X03a: 難病等複数回訪問加算の理由がない。</summary>
internal sealed class ManyVisitsWithoutReason() : LineCheck(new Rule("X03a", Severity.LikelyReturn,
    "難病等複数回訪問加算を算定できる状態の記録がありません",
    "難病等複数回訪問加算は、別表7・別表8の方か、特別訪問看護指示の期間だけ算定できます。",
    "該当する疾病等（JS）を登録するか、算定を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注4", "2024-06",
    "JS,安定している。,01,005,,\nKA,20240603,1,510000110,,5550,0313,02,01\nKA,20240603,1,510001970,,4500,0313,02,",
    "KA,20240603,1,510000110,,5550,0313,02,01\nKA,20240603,1,510001970,,4500,0313,02,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.MultipleVisits, Care: CareKind.General };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!(claim.Listed.Appendix7 || claim.Listed.Appendix8 || claim.SpecialOrderCovers(line.Day!.Value)))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}を算定できる疾病等や特別訪問看護指示の記録がありません。");
    }
}
