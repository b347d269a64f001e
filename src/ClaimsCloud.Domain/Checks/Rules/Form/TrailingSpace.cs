using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03g: 末尾に余分なスペースがある。</summary>
internal sealed class TrailingSpace() : FieldCheck(new Rule("F03g", Severity.Query,
    "末尾に余分なスペースがあります",
    "可変長の項目は有効な文字までを記録し、後ろに続くスペースは記録しません。",
    "末尾のスペースを取り除いてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （ウ）", "2024-06",
    "CO,830000001,コメント,",
    "CO,830000001,コメント　,")) {
    public override bool AppliesTo(FieldLayout field) => !field.Fixed;

    public override void Inspect(in FieldView field, Findings findings) {
        if (field.Bytes is [.., (byte)' '] || (field.Bytes.EndsWith<byte>([0x81, 0x40]) && field.Has(FieldShape.FullWidth) && field.Bytes.Length % 2 == 0))
            findings.Add(Rule, field, $"「{field.Layout.Japanese}」の末尾にスペースがあります。", field.Bytes.Length - 1);
    }
}
