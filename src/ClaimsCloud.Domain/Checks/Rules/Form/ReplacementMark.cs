using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F08b: 「？」がある。</summary>
internal sealed class ReplacementMark() : FieldCheck(new Rule("F08b", Severity.Hint,
    "「？」が記録されています",
    "記録できない文字は「？」に置き換わります。出力のときに元の文字が失われたおそれがあります。",
    "元の文字を確かめ、記録できる文字に置き換えてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ", "2024-06",
    "CO,830000001,コメント,",
    "CO,830000001,コ？ント,")) {
    public override bool AppliesTo(FieldLayout field) => field.Mode is FieldMode.Kanji or FieldMode.AlphanumericOrKanji;

    public override void Inspect(in FieldView field, Findings findings) {
        if (!field.Has(FieldShape.FullWidth) || field.Bytes.IndexOf<byte>([0x81, 0x48]) < 0) return;
        var at = ClaimText.Decode(field.Bytes).IndexOf('？', StringComparison.Ordinal);
        if (at >= 0) findings.Add(Rule, field, $"「{field.Layout.Japanese}」の{at + 1}文字目が「？」です。");
    }
}
