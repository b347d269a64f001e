using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01e: HM・レセプト・GOの並びが違う。</summary>
internal sealed class FileOrder() : FileCheck(new Rule("F01e", Severity.FileRefused,
    "レコードの並びがファイルの決まりと違います",
    "ファイルは訪問看護ステーション情報レコード（HM）1件で始まり、レセプトが1件以上続き、訪問看護療養費請求書レコード（GO）1件で終わります。",
    "HM・レセプト・GOの順に1つのファイルへまとめてください。2つのファイルをつなげたときは、間のGOとHMを除きます。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.1 （イ）", "2024-06",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\n…\nGO\n␚",
    "HM,1,13,6,1234567,ひかり訪問看護ステーション,202407,\n…\n␚")) {
    private int _headers;
    private int _claims;
    private int _footers;

    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) {
        // HM, RE and GO each begin a block: a claim before GO is in order as it stands.
        if (claim is not null && _footers == 0) _claims++;
        else for (var i = 0; i < block.Count; i++) Inspect(block[i], claim, findings);
    }

    public override void End(long length, Findings findings) {
        var end = new Place(null, null, null, length, null);
        if (_headers == 0) findings.Add(Rule, new Place(null, "HM", 1, 0, null), "ファイルの先頭に訪問看護ステーション情報レコード（HM）がありません。");
        if (_claims == 0) findings.Add(Rule, end, "レセプト（RE）が1件もありません。");
        if (_footers == 0) findings.Add(Rule, end with { Record = "GO" }, "ファイルの最後に訪問看護療養費請求書レコード（GO）がありません。");
    }

    private void Inspect(in Record record, ClaimFacts? claim, Findings findings) {
        if (record.IsEndMark || record.ContinuesLine) return;
        var id = record.IdBytes;
        if (id.SequenceEqual("HM"u8)) {
            if (++_headers > 1) findings.Add(Rule, record, $"HMが{_headers}件目です。1ファイルに1件だけ記録します。");
            else if (_claims > 0 || record.Line > 1) findings.Add(Rule, record, "HMがファイルの先頭にありません。");
        } else if (id.SequenceEqual("GO"u8)) {
            if (++_footers > 1) findings.Add(Rule, record, $"GOが{_footers}件目です。1ファイルに1件だけ記録します。");
        } else {
            if (id.SequenceEqual("RE"u8)) _claims++;
            if (_footers > 0) findings.Add(Rule, record, "GOの後にレコードがあります。GOはファイルの最後に記録します。");
            else if (claim is null) findings.Add(Rule, record, "レセプト共通レコード（RE）より前に記録されています。どのレセプトのレコードか分かりません。");
        }
    }
}
