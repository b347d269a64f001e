using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X08a: ターミナルケアの死亡の記録がない。</summary>
internal sealed class TerminalWithoutDeath() : ClaimCheck(new Rule("X08a", Severity.LikelyReturn,
    "ターミナルケア療養費に必要な死亡の記録がありません",
    "訪問看護ターミナルケア療養費を算定したら、死亡の年月日・時刻・場所と、訪問終了の状況（04 死亡）を記録します。",
    "利用者情報の死亡の記録と訪問終了の状況を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.14、電子レセプトの作成手引き－訪問看護－令和6年6月版 p.28", "2024-06",
    "RJ,20240401,01,,,,,,,,20240618,1300,04,,20240618,1300,01,,,,,,,,,,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240617,1,510000110,,5550,03,01,01\nKA,20240618,1,580000110,,25000,,,",
    "RJ,20240401,01,,,,,,,,,,,,,,,,,,,,,,,,,,\nKA,20240610,1,510000110,,5550,03,01,01\nKA,20240617,1,510000110,,5550,03,01,01\nKA,20240618,1,580000110,,25000,,,") { Needs = CheckNeeds.FeeSchedule }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.Find(FeeFamily.Terminal) is not { Fee: { } fee } || claim.User is not { } user) return;
        foreach (var (position, field, name) in Asked)
            if (user.Field(position).IsEmpty) findings.Add(Rule, user, field, $"{fee.Shown}がありますが、{name}がありません。");
        if (!user.Field(13).SequenceEqual("04"u8)) findings.Add(Rule, user, "EndReasonCode", $"{fee.Shown}がありますが、訪問終了の状況が04（死亡）ではありません。");
    }

    private static readonly (int Position, string Field, string Name)[] Asked =
        [(15, "DeathDate", "死亡の年月日"), (16, "DeathTime", "死亡の時刻"), (17, "DeathPlaceCode", "死亡の場所")];
}
