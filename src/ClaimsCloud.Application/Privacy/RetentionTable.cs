using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Privacy;

/// <summary>
/// What is kept how long. Dated data: a row is never changed, a new time gets a new row with its day. Where a law could not be read in its wording the longer of what is reported counts, and the
/// row says so.
/// </summary>
internal static class RetentionTable {
    public const string Visits = "visit-records", CareVisits = "care-visit-records", ClaimFiles = "claim-files", Builds = "claim-builds", ReturnFiles = "return-files", ReturnItems = "return-items",
        CareAnswers = "care-answers", People = "eligibility-people", Asks = "eligibility-asks", Answers = "eligibility-files", Imports = "month-imports", Strays = "stray-contents", Exports = "exports", Audit = "audit";

    private const string Reported = "reported", Chosen = "chosen";
    private const string FiveYears = "返還を求める権利の時効5年（地方自治法第236条。介護報酬について複数の解説による。条文は未確認）。保険医療機関の帳簿は3年（療養担当規則第9条、確認済み）なので、長い方にそろえた";
    private static readonly DateOnly First = new(2026, 11, 29);

    public static readonly IReadOnlyList<RetentionRow> Rows = [
        new(Visits, "月の記録（医療保険）", 60, "最後に記録のある月の末日", "請求の根拠なので請求ファイルと同じ5年。運営基準（平成12年厚生省令第80号）の記録の整備は完結の日から2年とされる（条文は未確認。介護の居宅基準第73条の2も同じ2年）", Reported, true, First),
        new(CareVisits, "月の記録（介護保険のある利用者）", 60, "最後に記録のある月の末日", "居宅基準第73条の2：2年（通知で確認）。条例で5年とする自治体が多いため5年（一律の根拠は未確認）", Reported, true, First),
        new(ClaimFiles, "請求ファイルと点検結果", 60, "最後の証跡の日", FiveYears, Reported, true, First),
        new(Builds, "請求ファイル作成の結果・請求書・領収証", 60, "作成した日", FiveYears, Reported, true, First),
        new(ReturnFiles, "届いたファイル", 60, "届いた日", FiveYears, Reported, true, First),
        new(ReturnItems, "返戻の作業", 60, "届いた日", FiveYears, Reported, true, First),
        new(CareAnswers, "連合会の審査結果", 60, "届いた日", FiveYears, Reported, true, First),
        new(People, "資格確認の状態", 24, "最後に回答または照会のあった日", "法令の定めは見つからない。月の記録に合わせた", Chosen, false, First),
        new(Asks, "資格確認の照会", 24, "照会した日", "法令の定めは見つからない。月の記録に合わせた", Chosen, false, First),
        new(Answers, "資格確認の回答ファイル", 24, "届いた日", "法令の定めは見つからない。月の記録に合わせた", Chosen, false, First),
        new(Imports, "取り込んだ月の元ファイル", 3, "取り込んだ日", "内容は月の記録にあるため、控えは3か月", Chosen, false, First),
        new(Strays, "途中で止まった書き込みの残り", 1, "見つかった日", "どの記録からも使われていない。書き込みの途中のものを消さないように1か月待つ", Chosen, false, First),
        new(Exports, "個人データの控え（ZIP）", 0, "作成した日から7日", "渡し終えるまで", Chosen, false, First),
        new(Audit, "操作記録", null, "消さない", "利用者の情報を含まない。連鎖した記録は一部だけ消せない", Chosen, false, First),
    ];

    public static readonly TimeSpan ExportLife = TimeSpan.FromDays(7);

    public static RetentionRow Of(string type) => Rows.Single(r => r.Type == type);

    /// <summary>The last day on which it is kept.</summary>
    public static DateOnly Until(string type, DateOnly completed) => completed.AddMonths(Of(type).Months ?? throw new ArgumentException($"{type} is kept.", nameof(type)));
}
