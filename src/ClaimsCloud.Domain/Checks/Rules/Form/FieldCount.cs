using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03a: 項目の数が違う。</summary>
internal sealed class FieldCount() : RecordCheck(new Rule("F03a", Severity.ClaimRefused,
    "項目の数が違います",
    "レコードの項目はコンマで区切り、決まった数を記録します。記録を省略する項目もコンマは残します。",
    "コンマの過不足を直してください。文字データの中に半角コンマを使うと項目がずれます。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （イ）", "2024-06",
    "TZ,03,,",
    "TZ,03,,,")) {
    public override void Inspect(in RecordView line, Findings findings) {
        var record = line.Record;
        if (line.Layout is not { } layout || record.FieldCount == layout.FieldCount) return;
        var message = $"{layout.Japanese}（{layout.Id}）の項目は{layout.Fields.Count}個ですが、{record.FieldCount}個あります。";
        if (record.FieldCount > layout.Fields.Count) findings.Add(Rule, record, message, (int)(record.OffsetOf(layout.Fields.Count + 1) - record.Offset));
        else findings.Add(Rule, record, layout.Fields[record.FieldCount], message);
    }
}
