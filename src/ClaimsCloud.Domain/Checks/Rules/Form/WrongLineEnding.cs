using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01b: 改行コードが違う。</summary>
internal sealed class WrongLineEnding() : RecordCheck(new Rule("F01b", Severity.FileRefused,
    "改行コードが違います",
    "各レコードの末尾には改行コード（0D 0A）を記録します。",
    "レセプト作成ソフトから出力し直してください。改行コードはCR+LFにします。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ", "2024-06",
    "GO",
    "GO␊")) {
    public override void Inspect(in RecordView line, Findings findings) {
        var record = line.Record;
        if (record.Ending == LineEnding.CrLf || record.IsEndMark) return;
        if (record.Ending == LineEnding.Lf) findings.Add(Rule, record, "行末がLF（0A）だけです。CR+LF（0D 0A）にします。", record.Bytes.Length);
        if (record.Ending == LineEnding.None) findings.Add(Rule, record, "行末に改行コード（0D 0A）がありません。", record.Bytes.Length);
    }
}
