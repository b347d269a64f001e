using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F00b: 資料がないため点検していない。One finding a file says it; which rules and claims is in the coverage.</summary>
internal sealed class MissingData() : FileCheck(new Rule("F00b", Severity.Hint,
    "資料がないため点検していない項目があります",
    "訪問の記録・届出・前後の月の算定などが必要な点検は、それがない請求ファイルだけではできません。点検していないことは「問題なし」ではありません。",
    "点検した範囲を確かめ、点検していない項目は元の資料で確かめてください。",
    "この点検の決まり", "2024-06",
    "（レセプトのないファイル）",
    "GO")) {
    public override void Inspect(RecordBlock block, ClaimFacts? claim, Findings findings) { }

    public override void End(long length, Findings findings) {
        var rules = findings.Coverage.RulesNotRun;
        if (rules == 0) return;
        var missing = findings.Coverage.Missing;
        var why = missing == CheckNeeds.None ? "読み取れない内容などのため" : $"{missing.Japanese()}がないため";
        findings.Add(Rule, Verdict.NotChecked, Place.WholeFile, $"{why}、{rules}の点検をしていないか、一部だけ点検しました。");
    }
}
