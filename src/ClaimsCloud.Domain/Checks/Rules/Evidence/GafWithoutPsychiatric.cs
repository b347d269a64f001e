using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X06c: 精神科でないのにＧＡＦ尺度がある。</summary>
internal sealed class GafWithoutPsychiatric() : ClaimCheck(new Rule("X06c", Severity.Query,
    "ＧＡＦ尺度は記録しません",
    "ＧＡＦ尺度は、精神科訪問看護基本療養費（Ⅰ）（Ⅲ）を算定した月だけ記録します。",
    "ＧＡＦ尺度を空にするか、算定した療養費を確かめてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.13", "2024-06",
    "JS,安定している。,03,,,",
    "JS,安定している。,03,,05,20240603") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Lines.Length == 0 || claim.HasUnknownFee || claim.Bills(FeeFamily.Psychiatric1) || claim.Bills(FeeFamily.Psychiatric3) || claim.Bills(FeeFamily.Psychiatric4)) return;
        foreach (var record in claim.Conditions)
            if (!record.Field(5).IsEmpty) findings.Add(Rule, record, "GafScore", "精神科訪問看護基本療養費がないのに、ＧＡＦ尺度があります。");
    }
}
