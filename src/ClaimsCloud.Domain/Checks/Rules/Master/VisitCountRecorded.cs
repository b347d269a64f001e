using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M10a: 同日訪問回数が療養費に合わない。</summary>
internal sealed class VisitCountRecorded() : LoneLineCheck(new Rule("M10a", Severity.LikelyReturn,
    "同日訪問回数の記録が正しくありません",
    "同日訪問回数は、基本療養費では01・02・03のどれか、1日に2回の加算では02、3回以上の加算では03を記録し、ほかの療養費では省略します。",
    "同日訪問回数を直してください。",
    "訪問看護療養費マスター 項番44、記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5550,03,,01") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => true;

    protected override void Inspect(in FeeLine line, FeeEntry fee, Findings findings) {
        var recorded = line.Record.Field(8);
        var right = fee.Fee.VisitCount switch {
            VisitCountClass.None => recorded.IsEmpty,
            VisitCountClass.Any => line.VisitCount > 0,
            VisitCountClass.Two => line.VisitCount == 2,
            _ => line.VisitCount == 3,
        };
        if (right) return;
        if (fee.Fee.RuleCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "同日訪問回数の決まりが確かでない療養費があります");
        else findings.Add(Rule, line.Record, "VisitCount", recorded.IsEmpty ? $"{fee.Shown}に同日訪問回数がありません。" : $"{fee.Shown}に同日訪問回数{line.Record.Text(8)}は合いません。");
    }
}
