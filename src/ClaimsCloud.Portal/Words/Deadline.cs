namespace ClaimsCloud.Portal.Words;

/// <summary>
/// Where this month stands. オンライン請求 takes data from the 5th (to the 7th 8:00–21:00, from the 8th 8:00–24:00, holidays too); the 10th is the end, refused
/// claims may be corrected until the 12th.
/// </summary>
public sealed record Deadline(Tone Tone, string Headline, string Detail) {
    private const int Opens = 5, Ends = 10, Corrections = 12;

    internal static Deadline At(DateTimeOffset now) {
        var today = JapanTime.At(now).Date;
        var end = new DateTime(today.Year, today.Month, Ends);
        var left = (end - today).Days;
        return today.Day switch {
            < Opens => new(Tone.Quiet, $"締切まであと{left}日", $"締切は{JapanTime.MonthDay(end)}24時です。送信の受付は{JapanTime.MonthDay(end.AddDays(Opens - Ends))}8時からです。"),
            < 8 => new(Tone.Info, $"締切まであと{left}日", $"締切は{JapanTime.MonthDay(end)}24時です。今日の送信の受付は8時から21時までです。"),
            < Ends => new(Tone.Warn, $"締切まであと{left}日", $"締切は{JapanTime.MonthDay(end)}24時です。今日の送信の受付は8時から24時までです。"),
            Ends => new(Tone.Bad, "締切は今日の24時です", "送信のあと、請求確定まで今日中に済ませてください。"),
            <= Corrections => new(Tone.Warn, "今月の請求は締め切られました", $"受付不能になったレセプトの訂正は{JapanTime.MonthDay(end.AddDays(Corrections - Ends))}までです。"),
            _ => new(Tone.Quiet, "今月の請求は終わりました", $"次の締切は{JapanTime.MonthDay(end.AddMonths(1))}24時です。"),
        };
    }
}
