using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X03d: 乳幼児加算1,800円の理由がない。</summary>
internal sealed class InfantWithoutReason() : LineCheck(new Rule("X03d", Severity.LikelyReturn,
    "乳幼児加算（別に厚生労働大臣が定める者）の状態の記録がありません",
    "乳幼児加算の1,800円は、超重症児・準超重症児、別表7・別表8のお子さんです。",
    "該当する疾病等（JS）を登録するか、算定を取り消してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、注8", "2024-06",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nJS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510004670,,1800,,,",
    "RE,1,6114,202406,看護　花子,,2,20200105,,,,,,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510004670,,1800,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.Infant, IsDesignated: true };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (!(claim.Listed.Appendix7 || claim.Listed.Appendix8 || claim.Listed.SevereChild))
            findings.Add(Rule, line.Record, "FeeCode", $"{fee.Shown}を算定できる疾病等や特別訪問看護指示の記録がありません。");
    }
}
