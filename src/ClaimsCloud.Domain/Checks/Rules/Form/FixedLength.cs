using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F03d: 固定長の項目の長さが違う。</summary>
internal sealed class FixedLength() : FieldCheck(new Rule("F03d", Severity.ClaimRefused,
    "項目の長さが決まりと違います",
    "固定長の項目は決められたバイト数で記録します。国民健康保険の6桁の保険者番号は、先頭に半角スペース2つを入れて8桁にします。",
    "桁数を確かめて直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （ウ）、p.7", "2024-06",
    "HO,06132013,,12345678,1,5550,,,,,,",
    "HO,0613201,,12345678,1,5550,,,,,,")) {
    public override bool AppliesTo(FieldLayout field) => field is { Fixed: true, Content: not FieldContent.RecordId };

    public override void Inspect(in FieldView field, Findings findings) {
        if (field.Bytes.Length != field.Layout.MaxBytes)
            findings.Add(Rule, field, $"「{field.Layout.Japanese}」は{field.Layout.MaxBytes}バイトで記録しますが、{field.Bytes.Length}バイトです。");
    }
}
