using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01d: EOFコードがないか、その後に記録がある。</summary>
internal sealed class EndMark() : FileCheck(new Rule("F01d", Severity.FileRefused,
    "ファイルの終わりの記号が正しくありません",
    "ファイルの最終レコードの改行コードの後に、EOFコード（1A）を1バイト記録します。その後には何も記録しません。",
    "レセプト作成ソフトから出力し直してください。ファイルを編集したときは末尾の1Aが消えていないか確かめます。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.2 （オ）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\n…\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\n…\nGO\n")) {
    private bool _seen;

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        var first = block[0];
        if (_seen) {
            findings.Add(Rule, first, "EOFコード（1A）の後に記録があります。");
            return;
        }
        if (!first.IsEndMark) return;
        _seen = true;
        if (first.Bytes.Length > 1 || first.Ending != LineEnding.None) findings.Add(Rule, first, "EOFコード（1A）の後に記録があります。", 1);
        else if (block.Count > 1) findings.Add(Rule, block[1], "EOFコード（1A）の後に記録があります。");
    }

    public override void End(long length, Findings findings) {
        if (!_seen) findings.Add(Rule, new Place(null, null, null, length, null), "ファイルの終わりを示すEOFコード（1A）がありません。");
    }
}
