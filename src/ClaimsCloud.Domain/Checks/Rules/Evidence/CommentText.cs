using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks.Rules.Evidence;

/// <summary>X20a: コメントの文字データの形が違う。</summary>
internal sealed class CommentText() : ClaimCheck(new Rule("X20a", Severity.LikelyReturn,
    "コメントの文字データの形が違います",
    "コメントコードの2・3桁目（パターン）で文字データの形が決まります。20は記録なし、10・30は文字、40・42は数字、50は和暦7桁、51は4桁、52は5桁の全角数字です。",
    "文字データを直してください。",
    "電子レセプトの作成手引き－訪問看護－令和6年6月版 p.34、受付・事務点検ASPのチェック（3438〜3440）", "2024-06",
    "TZ,10,850500016,５０６０６０３",
    "TZ,10,850500016,２０２４０６０３") { PayerCode = "3439" }) {
    public override void Inspect(ClaimFacts claim, Findings findings) {
        foreach (var record in claim.Comments) Inspect(record, 2, findings);
        foreach (var record in claim.Matters) Inspect(record, 3, findings);
    }

    private void Inspect(in Record record, int position, Findings findings) {
        if (record.Field(position) is not { Length: 9 } code || code[0] != '8') return;
        var text = record.Text(position + 1) ?? "";
        var wrong = (code[1] - '0', code[2] - '0') switch {
            (2, 0) => text.Length > 0 ? "文字データは記録しません" : null,
            (1, 0) or (3, 0) => text.Length == 0 ? "文字データがありません" : null,
            (4, 0) or (9, 0) => AllDigits(text, text.Length) ? null : "文字データは全角の数字です",
            (5, 0) => CommentDate.Of(record, position + 1) is null ? "文字データは年号からの7桁の日付（全角）です" : null,
            (5, 1) => AllDigits(text, 4) ? null : "文字データは4桁の時刻（全角）です",
            (5, 2) => AllDigits(text, 5) ? null : "文字データは5桁の分（全角）です",
            _ => null,
        };
        if (wrong is not null) findings.Add(Rule, record, "Text", $"コメントコード{record.Text(position)}の{wrong}。");
    }

    private static bool AllDigits(string text, int length) => text.Length == length && length > 0 && text.All(c => c is >= '０' and <= '９');
}
