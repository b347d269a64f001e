using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>When a prefecture's 国保連合会 takes claims of a month, in Japan.</summary>
/// <param name="FirstDay">Days of the processing month.</param>
/// <param name="Closes">Clock time of the last day; null where no source says it.</param>
/// <param name="CancelUntil">Until when on the last day a sent file can be taken back or replaced.</param>
/// <param name="Results">When results come, in words; empty where no source says it.</param>
public sealed record CareWindow(string Prefecture, int FirstDay, int LastDay, TimeSpan? Closes, TimeSpan? CancelUntil, string Results, Certainty Certainty) {
    private static readonly (CareWindow Window, ServiceMonth First, ServiceMonth? Last)[] All = [.. DataFile.Rows("kaigo/2024-04/send-windows.csv").Select(r =>
        (new CareWindow(r["prefecture"], r.Number("first_day"), r.Number("last_day"), Time(r["closes"]), Time(r["cancel_until"]), r["results"], Words.Read<Certainty>(r["certainty"])), Month(r["from"]), r["until"].Length == 0 ? null : (ServiceMonth?)Month(r["until"])))];

    /// <summary>The window of an office's prefecture (first two digits of its number) in a processing month; that of all where the prefecture has none of its own.</summary>
    public static CareWindow Of(string officeNumber, ServiceMonth processing) {
        ArgumentNullException.ThrowIfNull(officeNumber);
        var prefecture = officeNumber.Length >= 2 ? officeNumber[..2] : "";
        return All.Where(w => (w.Window.Prefecture == prefecture || w.Window.Prefecture.Length == 0) && processing >= w.First && !(processing > w.Last)).MaxBy(w => w.Window.Prefecture.Length).Window;
    }

    /// <summary>処理対象年月 of a file that is made today: the month planned for it, or the first one after it whose window has not ended.</summary>
    public static ServiceMonth ProcessingMonth(string officeNumber, ServiceMonth planned, DateOnly today) {
        var now = ServiceMonth.Of(today.Year, today.Month);
        var next = today.Day > Of(officeNumber, now).LastDay ? now.Plus(1) : now;
        return next > planned ? next : planned;
    }

    private static TimeSpan? Time(string text) => text.Length == 0 ? null : new TimeSpan(int.Parse(text[..2]), int.Parse(text[3..]), 0);

    private static ServiceMonth Month(string text) => ServiceMonth.Of(int.Parse(text[..4]), int.Parse(text[4..]));
}
