using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Words;

/// <summary>The work on a returned claim in the words of the office.</summary>
internal static class WorkWords {
    public static string State(ReturnItemRow item) => item.State switch {
        "unlinked" => "照合待ち", "open" => "対応待ち", "in-progress" => "対応中", "corrected" => "訂正済み", "sent" => "送信待ち", "answered" => "受付結果あり",
        "confirmed" => "再請求確定", "on-paper" => "紙で対応", _ => "請求しない",
    };

    public static Tone Tone(ReturnItemRow item) => item.State switch {
        "confirmed" => Words.Tone.Good, "unlinked" or "open" => Words.Tone.Bad, "in-progress" => Words.Tone.Warn, "on-paper" or "given-up" => Words.Tone.Quiet, _ => Words.Tone.Info,
    };

    public static string Origin(ReturnItemRow item) => item.Origin == "returned" ? "返戻" : "受付不能・確定対象外";

    /// <summary>The next day that matters: the person's own, else the last day to fetch the file again.</summary>
    public static string Countdown(ReturnItemRow item, DateTimeOffset now) {
        var (day, what) = item.Due is { } due ? (due, "期日") : item.DownloadUntil is { } download ? (download, "ダウンロード期限") : (item.ClaimUntil ?? DateOnly.MaxValue, "請求期限");
        return day == DateOnly.MaxValue ? Amounts.Unknown : DaysLeft(day, now) switch { < 0 => $"{what}を{Left(day, now)}", 0 => $"{what}は今日です", _ => $"{what}まで{Left(day, now)}" };
    }

    public static string Left(DateOnly day, DateTimeOffset now) =>
        DaysLeft(day, now) is var left && left < 0 ? $"{Amounts.Number(-left)}日過ぎています" : left == 0 ? "今日" : $"あと{Amounts.Number(left)}日";

    private static int DaysLeft(DateOnly day, DateTimeOffset now) => day.DayNumber - DateOnly.FromDateTime(JapanTime.At(now)).DayNumber;

    public static string Owner(ReturnItemRow item, Visit visit) => item.Owner is not { } owner ? "なし" : owner == visit.PersonId ? visit.Name : "ほかの担当者";

    public static string Confidence(ClaimCandidate candidate) => candidate.Confidence switch { "certain" => "一致", "likely" => "ほぼ一致", _ => "一部一致" };

    public static string Risk(string kind) => kind switch { "unsent" => "未送信", "unconfirmed" => "請求確定前", "left-out" => "受付不能・確定対象外", "care-held" => "介護の保留", "care-returned" => "介護の返戻", _ => "返戻" };
}
