using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M02a: 金額がマスターと違う。</summary>
internal sealed class FeeAmount() : ClaimCheck(new Rule("M02a", Severity.LikelyReturn,
    "療養費の金額が違います",
    "金額は、訪問看護療養費マスターの額を記録します。点数のものは10倍、割合の加算（特別地域）は0です。",
    "療養費コードか金額を直してください。",
    "訪問看護療養費マスター 項番15・16、記録条件仕様（訪問看護用）令和6年6月版 p.17", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240603,1,510000110,,5500,03,01,01") { PayerCode = "3307", Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        var lines = claim.Lines;
        for (var i = 0; i < lines.Length; i++) {
            ref readonly var line = ref lines[i];
            if (line is not { Fee: { } fee, Day: { } day, Yen: { } yen } || yen == fee.YenOn(day) || (claim.Bills(FeeFamily.SpecialArea) && Percentages.IsFollowed(lines, i))) continue;
            if (fee.Fee.AmountCertainty == Certainty.Doubtful) findings.NotChecked(Rule, "金額が確かでない療養費があります");
            else findings.Add(Rule, line.Record, "Yen", $"{fee.Shown}は{fee.YenOn(day):N0}円ですが、{yen:N0}円です。");
        }
    }
}
