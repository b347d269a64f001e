using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Returns;

/// <summary>What can be wrong with a status list. Values of a list may be patient data: they are never in a message.</summary>
internal static class ListFindings {
    private const string Source = "オンライン請求システムの受付・事務点検ASP結果リスト、請求確定状況（医科の形式に準じる）";
    private const string FetchAgain = "オンライン請求システムから、もう一度ダウンロードしてください。";

    public static readonly Finding Empty = Error("RT0001", null, null, "ファイルが空です。");
    public static readonly Finding CutOff = Error("RT0002", null, null, "ファイルが途中で切れています。");

    public const string OutsideRepertoireCode = "RT0003";

    public static Finding OutsideRepertoire(int line) => Error(OutsideRepertoireCode, line, null, "Shift_JISとして読めない文字があります。");
    public static Finding HeaderMissing() => Error("RT0004", null, null, "見出しの行がありません。");
    public static Finding Header(int line, string field) => Error("RT0005", line, field, $"見出しの「{field}」を読み取れません。");
    public static Finding TooShort(int line, int expected) => Error("RT0006", line, null, $"項目が{expected}より少ない行です。");
    public static Finding Value(int line, string field) => Error("RT0007", line, field, $"「{field}」を読み取れません。");
    public static Finding NameDiffers(string field) => Error("RT0008", null, field, $"ファイル名と内容の「{field}」が違います。");

    public static Finding UnknownClass(int line) => new("RT0101", Severity.Hint, Verdict.NotChecked, new(null, null, line, null, "エラーコード"),
        "受付不能か要確認かが分からないエラーコードです。要確認として扱います。", "オンライン請求システムの画面で確かめてください。", Source);
    public static Finding UnknownRow(int line) => new("RT0102", Severity.Hint, Verdict.NotChecked, new(null, null, line, null, null),
        "種類の分からない行です。読み飛ばしました。", "対応は不要です。", Source);

    private static Finding Error(string code, int? line, string? field, string message) =>
        new(code, Severity.FileRefused, Verdict.Fail, new(null, null, line, null, field), message, FetchAgain, Source);
}
