using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X09a: 緊急訪問の日や理由がない。</summary>
internal sealed class EmergencyWithoutReason() : FeeCheck(new Rule("X09a", Severity.LikelyReturn,
    "緊急訪問看護の日付または理由がありません",
    "緊急訪問看護加算（精神科を含む）は、算定した日ごとに、特記事項10で緊急訪問の日（850500016）と理由（830500003）を記録します。",
    "緊急訪問の日と理由を登録してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.71", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002470,,2650,,,\nTZ,10,850500016,５０６０６０３\nTZ,10,830500003,症状の悪化により",
    "KA,20240603,1,510000110,,5550,03,01,01\nKA,20240603,1,510002470,,2650,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override bool AppliesTo(FeeEntry fee) => fee is { Family: FeeFamily.Emergency, Care: not CareKind.Observation };

    protected override void InspectBilled(ClaimFacts claim, Findings findings) {
        var emergencies = 0;
        foreach (ref readonly var line in claim.ByDay) {
            if (line.Fee is not { Family: FeeFamily.Emergency, Care: not CareKind.Observation } fee) continue;
            emergencies++;
            if (!IsDated(claim, line.Day))
                findings.Add(Rule, line.Record, "FeeCode", $"{line.Day:M月d日}の{fee.Shown}に、緊急訪問の日（TZ 10、850500016）がありません。");
            else if (claim.Matters.Count(m => m.Field(2).SequenceEqual("10"u8) && m.Field(3).SequenceEqual("830500003"u8)) < emergencies)
                findings.Add(Rule, line.Record, "FeeCode", $"{line.Day:M月d日}の{fee.Shown}に、緊急訪問の理由（TZ 10、830500003）がありません。");
        }
    }

    private static bool IsDated(ClaimFacts claim, DateOnly? day) =>
        claim.Matters.Exists(m => m.Field(2).SequenceEqual("10"u8) && m.Field(3).SequenceEqual("850500016"u8) && CommentDate.Of(m, 4) == day);
}
