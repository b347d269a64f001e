using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>What can be wrong with a file before its rows can be looked at. Each refuses the whole bundle.</summary>
internal static class FileRules {
    public static readonly BundleRule UnknownForm = new("BU01", Severity.FileRefused, "月次の記録一式ではありません",
        "JSONのファイルか、CSVを入れたZIPファイルを選んでください。");
    public static readonly BundleRule CutOff = new("BU02", Severity.FileRefused, "ファイルが途中で切れているか、壊れています",
        "元のファイルを作り直して、もう一度取り込んでください。");
    public static readonly BundleRule TooLarge = new("BU03", Severity.FileRefused, "ファイルが大きすぎます",
        "1か月分の記録だけを入れてください。");
    public static readonly BundleRule UnknownName = new("BU04", Severity.FileRefused, "知らない表や項目があります",
        "名前を説明のとおりに直すか、取り除いてください。ZIPのファイルはフォルダーに入れません。");
    public static readonly BundleRule RepeatedName = new("BU05", Severity.FileRefused, "同じ名前が2つあります",
        "どちらか1つにしてください。");
    public static readonly BundleRule MissingPart = new("BU06", Severity.FileRefused, "必要な表や項目がありません",
        "表や項目を足してください。行がないときも、表と見出しは必要です。");
    public static readonly BundleRule WrongEncoding = new("BU07", Severity.FileRefused, "文字コードを読めません",
        "UTF-8かシフトJISで保存し直してください。");
    public static readonly BundleRule WrongShape = new("BU08", Severity.FileRefused, "ファイルの形が正しくありません",
        "説明の形に直してください。");

    /// <summary>What was not looked at because something before it is wrong: not checked is never passed.</summary>
    public static readonly BundleRule NotChecked = new("BU09", Severity.Hint, "ほかの点検をしていません",
        "先にほかの指摘を直してから、もう一度点検してください。");

    public static readonly BundleRule TooMany = new("BU10", Severity.Hint, "指摘が多すぎます",
        "先にほかの指摘を直してから、もう一度点検してください。");

    public static readonly BundleRule[] All = [UnknownForm, CutOff, TooLarge, UnknownName, RepeatedName, MissingPart, WrongEncoding, WrongShape, NotChecked, TooMany];
}
