using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01g: 制御文字がある。</summary>
internal sealed class ControlCharacter() : CharacterCheck(new Rule("F01g", Severity.FileRefused,
    "制御文字が記録されています",
    "改行コード・EOFコードのほかに制御符号は使用しません。NULなどがあるファイルは壊れているおそれがあります。",
    "元のデータから出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ", "2024-06",
    "CO,830000001,コメント,",
    "CO,830000001,コメ␀ント,")) {
    public override void Inspect(in RecordView line, Findings findings) {
        if (line.Record.IsEndMark) return;
        var record = line.Record;
        var at = record.Bytes.IndexOfAnyInRange((byte)0x00, (byte)0x1F);
        if (at < 0) at = record.Bytes.IndexOf((byte)0x7F);
        if (at >= 0) findings.Add(Rule, record, $"制御文字（{record.Bytes[at]:X2}）が記録されています。", at);
    }
}
