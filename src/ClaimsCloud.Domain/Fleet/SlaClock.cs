namespace ClaimsCloud.Domain.Fleet;

/// <summary>When a partner works. Times are in Japan.</summary>
/// <param name="From">Hour of the day, 0–23.</param>
/// <param name="To">Hour of the day, 1–24, above <paramref name="From"/>.</param>
/// <param name="Saturdays">Whether Saturdays are working days; Sundays never are.</param>
public sealed record ServiceHours(int From, int To, bool Saturdays, IReadOnlySet<DateOnly> Holidays) {
    public bool IsWorkingDay(DateOnly day) => !Holidays.Contains(day) && day.DayOfWeek switch { DayOfWeek.Sunday => false, DayOfWeek.Saturday => Saturdays, _ => true };
}

/// <summary>A stretch in which the clock runs; <paramref name="To"/> is null while it still does.</summary>
public readonly record struct Running(DateTime From, DateTime? To);

/// <summary>The clock of an agreement counts service hours, and stands while the station has the ball.</summary>
public static class SlaClock {
    /// <summary>Service time between two moments.</summary>
    public static TimeSpan Worked(DateTime from, DateTime to, ServiceHours hours) {
        var worked = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1)) {
            if (!hours.IsWorkingDay(day)) continue;
            var (opens, closes) = (day.ToDateTime(default).AddHours(hours.From), day.ToDateTime(default).AddHours(hours.To));
            var (begin, end) = (opens > from ? opens : from, closes < to ? closes : to);
            if (end > begin) worked += end - begin;
        }
        return worked;
    }

    /// <summary>Service time used so far.</summary>
    public static TimeSpan Used(IEnumerable<Running> running, DateTime now, ServiceHours hours) =>
        running.Aggregate(TimeSpan.Zero, (sum, r) => sum + Worked(r.From, r.To ?? now, hours));

    /// <summary>The moment at which this much service time after <paramref name="from"/> is used up; never more than the end of a working day.</summary>
    public static DateTime Due(DateTime from, TimeSpan target, ServiceHours hours) {
        var left = target;
        for (var day = DateOnly.FromDateTime(from); ; day = day.AddDays(1)) {
            if (!hours.IsWorkingDay(day)) continue;
            var (opens, closes) = (day.ToDateTime(default).AddHours(hours.From), day.ToDateTime(default).AddHours(hours.To));
            var begin = opens > from ? opens : from;
            if (closes <= begin) continue;
            if (closes - begin >= left) return begin + left;
            left -= closes - begin;
        }
    }

    /// <summary>When the target is used up by stretches that follow one another; null when the clock stands before that.</summary>
    public static DateTime? RunsOut(IEnumerable<Running> running, TimeSpan target, ServiceHours hours) {
        var left = target;
        foreach (var stretch in running) {
            if (stretch.To is not { } to) return Due(stretch.From, left, hours);
            var worked = Worked(stretch.From, to, hours);
            if (worked >= left) return Due(stretch.From, left, hours);
            left -= worked;
        }
        return null;
    }
}
