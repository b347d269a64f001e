namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X19d: 訪問終了の記録がそろっていない。</summary>
internal sealed class EndIncomplete() : ClaimCheck(new Rule("X19d", Severity.LikelyReturn,
    "訪問終了の記録がそろっていません",
    "指定訪問看護を終えたときは、終了の年月日・時刻・状況を3つとも記録します。",
    "訪問終了の年月日・時刻・状況を登録してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.14", "2024-06",
    "RJ,20240401,01,,,,,,,,20240610,1500,01,,,,,,,,,,,,,,,,",
    "RJ,20240401,01,,,,,,,,20240610,,01,,,,,,,,,,,,,,,,")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        if (claim.User is not { } user || (user.Field(11).IsEmpty && user.Field(12).IsEmpty && user.Field(13).IsEmpty)) return;
        foreach (var (position, field, name) in Asked)
            if (user.Field(position).IsEmpty) findings.Add(Rule, user, field, $"訪問終了の{name}がありません。");
    }

    private static readonly (int Position, string Field, string Name)[] Asked = [(11, "EndDate", "年月日"), (12, "EndTime", "時刻"), (13, "EndReasonCode", "状況")];
}
