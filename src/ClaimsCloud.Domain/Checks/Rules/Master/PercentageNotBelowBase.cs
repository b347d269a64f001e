using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>M03a: 割合の加算が基本の直後にない。</summary>
internal sealed class PercentageNotBelowBase() : FeeCheck(new Rule("M03a", Severity.LikelyReturn,
    "特別地域訪問看護加算の位置が違います",
    "割合の加算は、加算する基本療養費のすぐ下に記録します。",
    "加算の行を、その日の基本療養費のすぐ下に移してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.17、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.41", "2024-06",
    "KA,20240603,1,510000110,,8325,03,01,01\nKA,20240603,1,510002370,,0,,,\nTZ,04,830500002,東京都西多摩郡\nTZ,04,852500001,０００９０",
    "KA,20240603,1,510000110,,8325,03,01,01\nKA,20240603,1,550000410,,7670,,,\nKA,20240603,1,510002370,,0,,,\nTZ,04,830500002,東京都西多摩郡\nTZ,04,852500001,０００９０") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee.Family == FeeFamily.SpecialArea;

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        for (var i = 0; i < claim.Lines.Length; i++) {
            if (!Percentages.Is(claim.Lines[i])) continue;
            if (i == 0 || claim.Lines[i - 1] is not { Fee: { } fee } above || above.Day != claim.Lines[i].Day || claim.Table!.Alternative(fee, claim.Lines[i].Fee!) == 0)
                findings.Add(Rule, claim.Lines[i].Record, "FeeCode", "割合の加算のすぐ上に、加算する基本療養費がありません。");
        }
    }
}
