using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01a: 文字コードが違う。</summary>
internal sealed class WrongEncoding() : FileCheck(new Rule("F01a", Severity.FileRefused,
    "文字コードが違います",
    "請求ファイルの文字はJIS X 0201とJIS X 0208-1983のシフトJISで記録します。UTF-8やEUCで保存したファイルは読み取られません。",
    "レセプト作成ソフトからシフトJISで出力し直してください。メモ帳などで保存し直したファイルは使わないでください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,",
    "[UTF-8]HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,")) {
    private bool _said;

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        if (_said || ForeignEncoding.Guess(block.Original) is not { } guess) return;
        _said = true;
        var record = block[0];
        for (var i = 1; i < block.Count && block[i].Offset <= block.Offset + guess.At; i++) record = block[i];
        findings.Add(Rule, new Place(findings.Claim, null, record.Line, block.Offset + guess.At, null), $"文字コードが{guess.Name}のようです。シフトJISではありません。");
    }
}
