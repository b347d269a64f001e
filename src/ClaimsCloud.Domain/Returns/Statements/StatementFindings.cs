using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Returns.Statements;

/// <summary>What can be wrong with a list of amounts. Its values are patient data: they are never in a message.</summary>
internal static class StatementFindings {
    private const string Source = "増減点連絡書・返戻内訳書・振込額明細（医科・調剤の形式に準じる）";

    public static readonly Finding LayoutUnknown = new("RT0501", Severity.Query, Verdict.NotChecked, Place.WholeFile,
        "列の見出しが分からないため、内容を読み取っていません。ファイルはそのまま保管しています。", "何のファイルかを確かめて、サポートへ知らせてください。", Source);
    public static readonly Finding UnitNotMarked = new("RT0502", Severity.Hint, Verdict.NotChecked, Place.WholeFile,
        "金額に円の印がありません。訪問看護は金額で請求するため、円として読みました。", "画面の金額と見比べてください。", Source);

    public static Finding AmountUnreadable(int line) => new("RT0503", Severity.Query, Verdict.NotChecked, new(null, null, line, null, "金額"),
        "金額を読み取れません。", "オンライン請求システムの画面で金額を確かめてください。", Source);
}
