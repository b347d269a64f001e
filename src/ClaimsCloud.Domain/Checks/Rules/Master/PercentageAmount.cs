using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M03b: 特別地域の加算後の額が違う。</summary>
internal sealed class PercentageAmount() : FeeCheck(new Rule("M03b", Severity.LikelyReturn,
    "特別地域訪問看護加算を足した金額が違います",
    "特別地域訪問看護加算のある日の基本療養費には、基本の額に100分の50を足した額を記録します。",
    "基本療養費の金額を直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.41", "2024-06",
    "KA,20240603,1,510000110,,8325,03,01,01\nKA,20240603,1,510002370,,0,,,\nTZ,04,830500002,東京都西多摩郡\nTZ,04,852500001,０００９０",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002370,,0,,,\nTZ,04,830500002,東京都西多摩郡\nTZ,04,852500001,０００９０") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.SpecialArea;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < claim.Lines.Length; i++) {
            if (!Percentages.IsFollowed(claim.Lines, i) || claim.Lines[i] is not { Fee: { } fee, Day: { } day, Yen: { } yen } line) continue;
            var percent = claim.Lines[i + 1].Fee!.Fee.AmountOn(day);
            var both = fee.YenOn(day) + (fee.YenOn(day) * percent / 100);
            if (claim.Table!.Alternative(fee, claim.Lines[i + 1].Fee!) != 0 && yen != both)
                findings.Add(Rule, line.Record, "Yen", $"特別地域訪問看護加算を足した額は{both:N0}円ですが、{yen:N0}円です。");
        }
    }
}
