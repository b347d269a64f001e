namespace ClaimsCloud.Domain.Onboarding;

/// <summary>When a station can be phoned. Times are of Japan.</summary>
/// <param name="Days">Empty: any weekday from Monday to Friday.</param>
public sealed record CallWindow(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To) {
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The window that is open now, or the next one. Null when it never opens.</summary>
    public (DateTime From, DateTime To)? Next(DateTime now) {
        if (From >= To) return null;
        IReadOnlyList<DayOfWeek> days = Days.Count == 0 ? Weekdays : Days;
        for (var day = DateOnly.FromDateTime(now); day <= DateOnly.FromDateTime(now).AddDays(7); day = day.AddDays(1))
            if (days.Contains(day.DayOfWeek) && day.ToDateTime(To) > now) return (day.ToDateTime(From), day.ToDateTime(To));
        return null;
    }
}
