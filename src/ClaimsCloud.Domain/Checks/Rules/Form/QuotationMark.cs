using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Form;

/// <summary>F01c: 引用符がある。</summary>
internal sealed class QuotationMark() : CharacterCheck(new Rule("F01c", Severity.ClaimRefused,
    "引用符が記録されています",
    "引用符（\"）は使用しません。項目は引用符で囲まずに記録します。",
    "引用符を取り除いてください。項目を引用符で囲むCSVの設定を外します。",
    "記録条件仕様（訪問看護用）令和6年6月版 p.3 エ", "2024-06",
    "CO,830000001,コメント,",
    "CO,830000001,\"コメント\",")) {
    public override void Inspect(in RecordView line, Findings findings) {
        var at = line.Record.Bytes.IndexOf((byte)'"');
        if (at >= 0) findings.Add(Rule, line.Record, "引用符（\"）が記録されています。", at);
    }
}
