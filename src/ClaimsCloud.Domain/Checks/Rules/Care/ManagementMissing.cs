using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Care;

/// <summary>R03c: 管理療養費のない訪問の日。</summary>
internal sealed class ManagementMissing() : ClaimCheck(new Rule("R03c", Severity.Hint,
    "訪問看護管理療養費のない訪問の日があります",
    "基本療養費（ハ・（Ⅲ）・精神科（Ⅳ）を除く）を算定した日には、訪問看護管理療養費も算定できます。",
    "計画書・報告書の提出などの要件を満たしていれば算定してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,",
    "KA,20240603,1,510000110,,5550,03,01,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        for (var start = 0; start < claim.ByDay.Length;) {
            var lines = claim.NextDay(ref start);
            var (missed, managed) = (-1, false);
            for (var i = 0; i < lines.Length; i++) {
                if (lines[i].Fee is not { } fee) continue;
                if (fee.CountsInWeek && missed < 0) missed = i;
                managed |= fee is { IsManagement: true } or { Family: FeeFamily.Basic1Specialist or FeeFamily.Basic2Specialist or FeeFamily.Basic3 or FeeFamily.Psychiatric4 };
            }
            if (missed >= 0 && !managed) {
                findings.Add(Rule, lines[missed].Record, "ServiceDate", $"{lines[missed].Day:M月d日}に訪問看護管理療養費がありません。");
                return;
            }
        }
    }
}
