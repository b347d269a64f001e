using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01f: 知らないレコード。</summary>
internal sealed class UnknownRecord() : RecordCheck(new Rule("F01f", Severity.ClaimRefused,
    "知らないレコードがあります",
    "レコードは記録条件仕様の19種類だけです。先頭の2文字（レコード識別情報）を半角の英大文字で記録します。",
    "レコード識別情報の誤りを直すか、その行を取り除いてください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.1 （イ）・（ウ）", "2024-06",
    "TZ,03,,",
    "T1,03,,")) {
    public override void Inspect(in RecordView line, Findings findings) {
        var (record, layout) = (line.Record, line.Layout);
        if (layout is not null || record.IsEndMark || record.ContinuesLine || record.Ending == LineEnding.Continues) return;
        findings.Add(Rule, record, record.Bytes.Length == 0 ? "空の行です。" : $"レコード識別情報「{Shown(record)}」は記録条件仕様にありません。");
    }

    private static string Shown(in Record record) => ClaimText.Decode(record.IdBytes[..Math.Min(8, record.IdBytes.Length)]);
}
