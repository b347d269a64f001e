using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01h: 行またはレセプトが長すぎる。</summary>
internal sealed class BeyondBounds() : FileCheck(new Rule("F01h", Severity.FileRefused,
    "行またはレセプトが長すぎます",
    "1行や1レセプトがこの長さになることはありません。改行コードのないファイルや壊れたファイルが疑われます。長すぎる部分は点検していません。",
    "元のデータから出力し直してください。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 ウ", "2024-06",
    "GO",
    "（改行のない4MB超の行）")) {
    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        var first = block[0];
        if (first.Ending == LineEnding.Continues && !first.ContinuesLine)
            findings.Add(Rule, first, "1行が長すぎます（4MB超）。この行は点検していません。");
        else if (claim is null && !first.ContinuesLine && (block.Original.Length > RecordReader.MaxBlock / 2 || block.Count >= RecordReader.MaxLines))
            findings.Add(Rule, first, "レセプト共通レコード（RE）のない行が長く続いています。1レセプトが長すぎるか、ファイルが壊れています。");
    }
}
