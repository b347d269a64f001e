using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01i: ファイルが空。</summary>
internal sealed class EmptyFile() : FileCheck(new Rule("F01i", Severity.FileRefused,
    "ファイルが空です",
    "請求ファイルには少なくともHM・レセプト1件・GOを記録します。",
    "正しいファイルを選び直してください。出力の途中で止まったファイルかもしれません。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.1 （イ）", "2024-06",
    "GO",
    "（0バイトのファイル）")) {
    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) { }

    public override void End(long length, Findings findings) {
        if (length == 0) findings.Add(Rule, new Place(null, null, null, 0, null), "ファイルが空です（0バイト）。");
    }
}
