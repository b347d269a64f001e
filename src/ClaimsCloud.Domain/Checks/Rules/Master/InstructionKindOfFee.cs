using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M11a: 指示区分が療養費に合わない。</summary>
internal sealed class InstructionKindOfFee() : LoneLineCheck(new Rule("M11a", Severity.LikelyReturn,
    "指示区分の記録が正しくありません",
    "指示書による訪問の療養費には指示区分を記録します。基本療養費は01・02、精神科は03・04、医療観察は05・06です。ほかの療養費では省略します。",
    "指示区分を直してください。",
    "訪問看護療養費マスター 項番45・46、記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,01,03") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => true;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        var recorded = line.Record.Field(9);
        if (fee.InstructionMask == 0 ? recorded.IsEmpty : line.Instruction > 0 && (fee.InstructionMask & 1 << line.Instruction) != 0) return;
        if (fee.Fee.RuleCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "指示区分の決まりが確かでない療養費があります");
        else findings.Add(Rule, line.Record, "InstructionKind", recorded.IsEmpty ? $"{fee.Shown}に指示区分がありません。" : $"{fee.Shown}に指示区分{line.Record.Text(9)}は合いません。");
    }
}
