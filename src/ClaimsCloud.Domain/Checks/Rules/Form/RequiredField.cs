using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03b: 必要な項目が空。</summary>
internal sealed class RequiredField() : RecordCheck(new Rule("F03b", Severity.ClaimRefused,
    "必要な項目が記録されていません",
    "必ず記録する項目が空です。",
    "空の項目の元になる情報を登録して、出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.4〜18", "2024-06",
    "TJ,01,,,",
    "TJ,,,,")) {
    public override void Inspect(in RecordView line, Findings findings) {
        if (line.Layout is not { } layout) return;
        var record = line.Record;
        foreach (var field in layout.Required)
            if (field.Position <= record.FieldCount && record.Field(field.Position).IsEmpty)
                findings.Add(Rule, record, field, $"「{field.Japanese}」が記録されていません。");
    }
}
