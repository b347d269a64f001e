using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>What can be wrong with a return file. Its values are patient data: they are never in a message.</summary>
internal static class ReturnedFindings {
    private const string Source = "電子レセプトの作成手引き（訪問看護）令和6年6月版 別紙1 p.65–66";
    private const string FetchAgain = "オンライン請求システムから、もう一度ダウンロードしてください。";
    private const string AskPayer = "審査支払機関に確かめてください。ファイルは直さず、このまま保管します。";

    public static readonly Finding Empty = File("RT0201", null, "ファイルが空です。");
    public static readonly Finding CutOff = File("RT0202", null, "ファイルが途中で切れています。");
    public static readonly Finding HeaderMissing = File("RT0203", 1, "返戻ファイルのヘッダー（HH）がありません。");
    public static readonly Finding FooterMissing = File("RT0204", null, "返戻合計レコード（HG）がありません。ファイルが途中で切れている可能性があります。");
    public static readonly Finding NoClaims = File("RT0206", null, "返戻レセプト（RE）が1件もありません。");
    public static readonly Finding ClaimFileInstead = File("RT0207", null, "返戻理由も履歴もありません。返戻ファイルではなく請求ファイルです。");
    public static readonly Finding EndMarkMissing = Seen("RT0301", Verdict.NotChecked, Place.WholeFile, "ファイルの終わりの印（1A）がありません。", "対応は不要です。");

    public static Finding CountDiffers(in Record footer, int stated, int found) =>
        File("RT0205", footer.Line, $"合計レコード（{footer.Id}）の件数は{stated}件ですが、返戻レセプトは{found}件です。");
    public static Finding OutOfOrder(in Record record, string message) => File("RT0208", record.Line, message);
    public static Finding NoClaim(in Record record) => File("RT0209", record.Line, "どのレセプトにも属さないレコードです。");
    public static Finding AfterFooter(in Record record) => File("RT0210", record.Line, "合計レコードの後にレコードがあります。");
    public static Finding TooLong(in Record record) => File("RT0211", record.Line, "レコードとしては長すぎる行です。");

    public static Finding CountNotChecked(in Record footer) =>
        Seen("RT0302", Verdict.NotChecked, new(null, footer.Id, footer.Line, footer.Offset, null), "合計レコードに件数がないため、件数を確かめていません。", "画面の返戻件数と比べてください。");
    public static Finding UnknownRecord(in Record record) =>
        Seen("RT0303", Verdict.NotChecked, new(null, null, record.Line, record.Offset, null), "記録条件仕様にないレコードです。そのまま保管しました。", "対応は不要です。");

    public static IEnumerable<Finding> Of(ReturnHeader header) {
        var at = new Place(null, header.RecordId, header.Line, 0, null);
        if (header.Payer is null) yield return Doubt("RT0221", at with { Field = "審査支払機関" }, "審査支払機関を読み取れません。");
        if (header.StationCode is null) yield return Doubt("RT0222", at with { Field = "訪問看護ステーションコード" }, "訪問看護ステーションコードを読み取れません。");
        if (header.FeeTable is not (null or "6")) yield return Doubt("RT0223", at with { Field = "点数表" }, $"点数表が訪問看護（6）ではなく{header.FeeTable}です。");
    }

    public static IEnumerable<Finding> Of(ReturnedClaim claim) {
        var re = claim.Data.Place("RE");
        if (claim.Reasons.Count == 0) yield return Doubt("RT0231", re, "返戻理由（HR）がありません。");
        foreach (var reason in claim.Reasons.Where(r => r.Code is null))
            yield return Doubt("RT0232", re with { Record = "HR", Line = reason.Line, Offset = null }, "返戻事由コードを読み取れません。理由は記録のまま表示します。");
        if (claim.SearchNumber is null) yield return Doubt("RT0233", re, "検索番号がありません。このままではオンラインで再請求できません。");
        if (claim.History.Lines.Count == 0) {
            yield return Doubt("RT0234", re, "履歴管理ブロックがありません。このままではオンラインで再請求できません。");
            yield break;
        }
        var last = claim.History.Lines[^1];
        if (!claim.History.EndsWithControlRecord) yield return Doubt("RT0235", Line(claim, last), "履歴管理ブロックの最後がレコード管理情報（RC）ではありません。");
        if (claim.History.FirstOutOfOrder() is { } wrong) yield return Doubt("RT0236", Line(claim, wrong), "履歴管理ブロックの行番号が順番どおりではありません。");
        if (claim.History.SearchNumber is { } number && claim.SearchNumber is { } own && number != own)
            yield return Doubt("RT0237", Line(claim, claim.History.Lines[0]), "請求データと履歴管理ブロックの検索番号が違います。");
    }

    private static Place Line(ReturnedClaim claim, in Record line) => new(claim.Number, null, line.Line, line.Offset, null);

    private static Finding File(string code, int? line, string message) => new(code, Severity.FileRefused, Verdict.Fail, new(null, null, line, null, null), message, FetchAgain, Source);

    private static Finding Doubt(string code, Place place, string message) => new(code, Severity.Query, Verdict.Fail, place, message, AskPayer, Source);

    private static Finding Seen(string code, Verdict verdict, Place place, string message, string fix) => new(code, Severity.Hint, verdict, place, message, fix, Source);
}
