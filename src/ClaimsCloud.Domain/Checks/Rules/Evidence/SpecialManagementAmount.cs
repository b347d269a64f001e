using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X04a: 特別管理加算の区分が違う。</summary>
internal sealed class SpecialManagementAmount() : ClaimCheck(new Rule("X04a", Severity.LikelyReturn,
    "特別管理加算の区分が状態と合いません",
    "特別管理加算の5,000円は041〜046（麻薬・腫瘍化学療法・強心剤の注射、気管切開、気管カニューレ、留置カテーテル）の方、ほかの別表8の方は2,500円です。",
    "疾病等コードを確かめ、特別管理加算のコードを直してください。",
    "訪問看護療養費に係る指定訪問看護の費用の額の算定方法、02 注3", "2024-06",
    "JS,安定している。,02,049,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000770,,2500,,,",
    "JS,安定している。,02,045,,\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,550000770,,2500,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (!claim.Listed.Appendix8 || claim.Find(FeeFamily.SpecialManagement) is not { Fee: { } fee } line || fee.IsDesignated == claim.Listed.Appendix8Severe) return;
        findings.Add(Rule, line.Record, "FeeCode", fee.IsDesignated ? "041〜046の疾病等コードがないので、特別管理加算は2,500円です。" : "041〜046の疾病等コードがあるので、特別管理加算は5,000円です。");
    }
}
