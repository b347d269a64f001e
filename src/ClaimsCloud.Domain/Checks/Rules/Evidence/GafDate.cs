namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X06b: ＧＡＦ尺度の判定日の有無。</summary>
internal sealed class GafDate() : ClaimCheck(new Rule("X06b", Severity.LikelyReturn,
    "ＧＡＦ尺度の判定した年月日の記録が正しくありません",
    "ＧＡＦ尺度の値を記録したら判定した日も記録します。値が20（家族への訪問だけ）のときは日を省略します。",
    "判定した日を登録するか、空にしてください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.23", "2024-06",
    "JS,安定している。,03,,05,20240603\nHJ,03,20240601,20241130\nKA,20240603,1,530000110,,5550,03,01,03",
    "JS,安定している。,03,,05,\nHJ,03,20240601,20241130\nKA,20240603,1,530000110,,5550,03,01,03")) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Conditions) {
            if (record.Field(5).IsEmpty) continue;
            var family = record.Field(5).SequenceEqual("20"u8);
            if (!family && record.Field(6).IsEmpty) findings.Add(Rule, record, "GafDate", "ＧＡＦ尺度の判定した年月日がありません。");
            if (family && !record.Field(6).IsEmpty) findings.Add(Rule, record, "GafDate", "ＧＡＦ尺度の値が20のときは、判定した年月日を記録しません。");
        }
    }
}
