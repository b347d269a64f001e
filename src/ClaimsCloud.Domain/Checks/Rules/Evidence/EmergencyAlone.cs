using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X09b: 緊急訪問だけの日の記録がない。</summary>
internal sealed class EmergencyAlone() : LineCheck(new Rule("X09b", Severity.LikelyReturn,
    "緊急訪問看護加算だけの日に必要な記録がありません",
    "ほかの訪問看護ステーションが計画で訪問した日に緊急訪問看護加算だけを算定したら、特記事項07（同一緊急）と、ほかの訪問看護ステーションを記録します。",
    "特記事項07とほかの訪問看護ステーションを登録してください。同じ日に基本療養費がないか確かめます。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.69", "2024-06",
    "RJ,20240401,01,,,,,,,,,,,,,,,,01,13,6,2345678,東京都港区新橋,訪問看護ステーション△△,,,,,\nTZ,07,850500014,５０６０６０３\nTZ,10,850500016,５０６０６１０\nTZ,10,830500003,症状の悪化により\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240610,1,510002470,,2650,,,",
    "TZ,10,850500016,５０６０６１０\nTZ,10,830500003,症状の悪化により\nKA,20240603,1,510000110,,5550,03,01,01\nKA,20240610,1,510002470,,2650,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.Emergency, Care: not CareKind.Observation };

    protected override void Inspect(in FeeLine line, FeeEntry fee, ClaimFacts claim, Findings findings) {
        if (claim.HasVisitOn(line.Day!.Value)) return;
        if (!ClaimFacts.Has(claim.Matters, 2, "07"u8)) findings.Add(Rule, line.Record, "FeeCode", $"{line.Day:M月d日}は緊急訪問看護加算だけですが、特記事項07（同一緊急）がありません。");
        if (claim.User is { } user && user.Field(24).IsEmpty) findings.Add(Rule, user, "OtherStation1Name", $"{line.Day:M月d日}は緊急訪問看護加算だけですが、ほかの訪問看護ステーションの記録がありません。");
    }
}
