using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F02c: 記録を省略するレコードがある。</summary>
internal sealed class OmittedRecord() : RecordCheck(new Rule("F02c", Severity.LikelyReturn,
    "当分の間記録しないレコードがあります",
    "災害等レコード（GI）は、当分の間、記録を省略します。",
    "GIの行を出力しない設定にしてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.2 注4、p.11 注", "2024-06",
    "MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
    "GI,20240601,01,,,,,")) {
    public override void Inspect(in RecordView line, Findings findings) {
        if (line.Layout is { Presence: RecordPresence.Omitted } layout) findings.Add(Rule, line.Record, $"{layout.Japanese}（{layout.Id}）は当分の間、記録を省略します。");
    }
}
