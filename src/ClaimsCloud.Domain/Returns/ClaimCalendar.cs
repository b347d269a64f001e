using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns;

/// <summary>
/// The fixed times of one month of claiming, in Japan, whatever the weekday (国保連 pages of 大阪, 東京, 静岡): sending from the 5th 8:00, everything confirmed by the 10th
/// 24:00, then only corrections of what was sent until the 12th 21:00.
/// </summary>
public static class ClaimCalendar {
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <param name="claimMonth">請求年月.</param>
    public static DateTimeOffset Opens(ServiceMonth claimMonth) => At(claimMonth, 5, 8);

    /// <summary>From here on a file that is not confirmed deserves a warning: the last three days are open until midnight.</summary>
    public static DateTimeOffset LastDaysBegin(ServiceMonth claimMonth) => At(claimMonth, 8, 0);

    /// <summary>
    /// The 10th 24:00. What is unconfirmed then is confirmed by the system itself, without the claims that carry an error or 要確認: never a reason to wait for it.
    /// </summary>
    public static DateTimeOffset Deadline(ServiceMonth claimMonth) => At(claimMonth, 10, 24);

    public static DateTimeOffset CorrectionsEnd(ServiceMonth claimMonth) => At(claimMonth, 12, 21);

    /// <summary>請求年月 of a file that is made at the moment: after the deadline it goes out in the next month.</summary>
    public static ServiceMonth SendingMonth(DateTimeOffset now) {
        var day = now.ToOffset(Japan);
        var month = ServiceMonth.Of(day.Year, day.Month);
        return now < Deadline(month) ? month : month.Plus(1);
    }

    private static DateTimeOffset At(ServiceMonth month, int day, int hour) => new DateTimeOffset(month.Year, month.Month, day, 0, 0, 0, Japan).AddHours(hour);
}
