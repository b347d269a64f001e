using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <param name="Day">In Japan.</param>
/// <param name="Hours">Bit n: heard between n and n + 1 o'clock.</param>
internal sealed record HeardDay(DateOnly Day, int Hours);

/// <summary>The hours in which a PC is usually on, learned from its heartbeats: silence at night is no news, silence on a usual morning is.</summary>
internal static class OnHours {
    private const int Week = 7;
    private const int Weeks = 4;
    private const int MissesAllowed = 1;
    private const int DaysToLearn = 14;

    public static IReadOnlyList<HeardDay> Heard(IReadOnlyList<HeardDay>? known, DateTimeOffset now) {
        var (day, hour) = (DateOnly.FromDateTime(now.InJapan()), 1 << now.InJapan().Hour);
        var before = known ?? [];
        if (before is [.., { } today] && today.Day == day) return (today.Hours & hour) != 0 ? before : [.. before.SkipLast(1), today with { Hours = today.Hours | hour }];
        return [.. before.Where(d => d.Day > day.AddDays(-Week * Weeks - 1) && d.Day < day), new HeardDay(day, hour)];
    }

    /// <summary>Seven numbers, Sunday first, with the bits of <see cref="HeardDay.Hours"/>: on at that hour on all of the last four such days but one. Null before two weeks were heard.</summary>
    public static IReadOnlyList<int>? Usual(IReadOnlyList<HeardDay>? known) {
        if (known is not [{ Day: var first }, .., { Day: var last }] || last.DayNumber - first.DayNumber < DaysToLearn) return null;
        var hours = known.ToDictionary(d => d.Day, d => d.Hours);
        var usual = new int[Week];
        for (var back = 1; back <= Week; back++) {
            // A day without a word counts as off; today is not over and does not count.
            var days = Enumerable.Range(0, Weeks).Select(w => last.AddDays(-back - w * Week)).Where(d => d >= first).Select(d => hours.GetValueOrDefault(d)).ToList();
            for (var hour = 0; hour < 24; hour++)
                if (days.Count(d => (d & 1 << hour) != 0) is > 0 and var on && on >= days.Count - MissesAllowed) usual[(int)last.AddDays(-back).DayOfWeek] |= 1 << hour;
        }
        return usual;
    }
}
