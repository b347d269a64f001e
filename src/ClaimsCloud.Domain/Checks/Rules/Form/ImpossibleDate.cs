using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F05a: ない日付や時刻。</summary>
internal sealed class ImpossibleDate() : FieldCheck(new Rule("F05a", Severity.ClaimRefused,
    "ない日付や時刻です",
    "年月日は西暦8桁、年月は西暦6桁、時刻は24時間表記の4桁で記録します。",
    "正しい日付・時刻に直してください。和暦では記録しません。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ （エ）", "2024-06",
    "KA,20240603,1,510000110,,5550,03,01,01",
    "KA,20240631,1,510000110,,5550,03,01,01")) {
    public override bool AppliesTo(FieldLayout field) => field.Content is FieldContent.Date or FieldContent.Month or FieldContent.Time;

    public override void Inspect(in FieldView field, Findings findings) {
        var real = field.Layout.Content switch {
            FieldContent.Date => Digits.TryDate(field.Bytes, out _),
            FieldContent.Month => ServiceMonth.Parse(field.Bytes) is not null,
            _ => Digits.TryTime(field.Bytes, out _),
        };
        if (!real && field.Shape == FieldShape.Digit) findings.Add(Rule, field, $"「{field.Layout.Japanese}」の{field.Shown}は正しい{(field.Layout.Content == FieldContent.Time ? "時刻" : "日付")}ではありません。");
    }
}
