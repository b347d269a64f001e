using System.Globalization;

namespace ClaimsCloud.Domain.Fleet;

/// <summary>Where a station stands with the claims of the month. Sending is not claiming: only 請求確定 is.</summary>
public enum ClaimingState { NotSent, NotConfirmed, Confirmed }

/// <summary>What a station told of its newest month of claims. Yen only, no claim of anybody.</summary>
/// <param name="Month">請求年月, YYYYMM.</param>
/// <param name="UnsentYen">In checked files that are not sealed.</param>
/// <param name="UnconfirmedYen">Sealed and not confirmed.</param>
/// <param name="AtRiskYen">All that nobody has promised to pay, of older months and returned claims too.</param>
public sealed record MonthMoney(string Month, long UnsentYen, long UnconfirmedYen, long ConfirmedYen, long AtRiskYen);

/// <param name="AtRiskYen">Of money that can slip to the next month.</param>
/// <param name="IsEstimate">True when the station has not taken in this month's claims: the yen are those of its last month.</param>
/// <param name="HoursLeft">To the end of the window that this money can still reach, above 0.</param>
/// <param name="Missed">True when this month's window closed without 請求確定.</param>
public sealed record MonthStanding(ClaimingState State, long AtRiskYen, bool IsEstimate, double HoursLeft, bool Missed) {
    /// <summary>More yen and fewer hours come first: yen for each hour that is left.</summary>
    public double Urgency => AtRiskYen / HoursLeft;
}

/// <summary>The window of オンライン請求: data is taken to the end of the 10th.</summary>
public static class ClaimsMonth {
    private const int ClosesAfter = 10;

    /// <summary>請求年月, YYYYMM, of what is claimed on a day in Japan.</summary>
    public static string At(DateTime now) => now.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The end of the window that is open or opens next.</summary>
    public static DateTime Deadline(DateTime now) {
        var end = new DateTime(now.Year, now.Month, ClosesAfter + 1);
        return now < end ? end : end.AddMonths(1);
    }

    /// <summary>Hours since the first of the month, for <see cref="AlertLadder"/>; null once the window is closed.</summary>
    public static double? WindowHours(DateTime now) => now.Day <= ClosesAfter ? (now - new DateTime(now.Year, now.Month, 1)).TotalHours : null;

    /// <param name="told">Null before the station told anything.</param>
    public static MonthStanding Standing(MonthMoney? told, DateTime now) {
        var (month, left) = (At(now), (Deadline(now) - now).TotalHours);
        var missed = now.Day > ClosesAfter;
        if (told is null || string.CompareOrdinal(told.Month, month) < 0) {
            var usual = told is null ? 0 : told.ConfirmedYen + told.UnconfirmedYen + told.UnsentYen;
            return new(ClaimingState.NotSent, Math.Max(usual, told?.AtRiskYen ?? 0), told is not null, left, missed && told is not null);
        }
        var state = told.UnsentYen > 0 ? ClaimingState.NotSent : told.UnconfirmedYen > 0 ? ClaimingState.NotConfirmed : told.ConfirmedYen > 0 ? ClaimingState.Confirmed : ClaimingState.NotSent;
        return new(state, told.AtRiskYen, false, left, missed && state != ClaimingState.Confirmed);
    }
}
