using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X03c: 複数名訪問看護加算ニの理由がない。</summary>
internal sealed class TwoStaffWithoutReason() : LineCheck(new Rule("X03c", Severity.LikelyReturn,
    "複数名訪問看護加算（別に厚生労働大臣が定める場合）の状態の記録がありません",
    "複数名訪問看護加算の「別に厚生労働大臣が定める場合に限る」は、別表7・別表8の方か、特別訪問看護指示の期間だけです。",
    "該当する疾病等（JS）を登録するか、算定を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注12", "2024-06",
    "JS,安定している。,01,005,,\nKA,20240603,1,510000110,,5550,0309,01,01\nKA,20240603,1,510003370,,3000,0309,,",
    "KA,20240603,1,510000110,,5550,0309,01,01\nKA,20240603,1,510003370,,3000,0309,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.TwoStaff, IsDesignated: true };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!(claim.Listed.Appendix7 || claim.Listed.Appendix8 || claim.SpecialOrderCovers(line.Day!.Value)))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}を算定できる疾病等や特別訪問看護指示の記録がありません。");
    }
}
