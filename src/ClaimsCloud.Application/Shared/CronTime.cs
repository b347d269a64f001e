using System.Globalization;

namespace ClaimsCloud.Application.Shared;

/// <summary>A six-field cron time in UTC: the subset that Azure Functions timers and our own host both read. Each field is <c>*</c>, a number or <c>*/n</c>.</summary>
public sealed record CronTime {
    private static readonly (int First, int Last)[] Ranges = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];
    private readonly Func<int, bool>[] fields;

    private CronTime(string text, Func<int, bool>[] fields) => (Text, this.fields) = (text, fields);

    public string Text { get; }

    public static CronTime Parse(string text) {
        var parts = text.Split(' ');
        if (parts.Length != Ranges.Length) throw new FormatException($"'{text}' needs six fields.");
        return new(text, [.. parts.Select((part, i) => Field(part, Ranges[i].First, Ranges[i].Last))]);
    }

    /// <summary>The first matching second after <paramref name="time"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset time) {
        var at = new DateTimeOffset(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero).AddSeconds(1);
        var end = at.AddYears(5);
        while (at < end) {
            if (!fields[4](at.Month) || !fields[3](at.Day) || !fields[5]((int)at.DayOfWeek)) at = new(at.Date.AddDays(1), TimeSpan.Zero);
            else if (!fields[2](at.Hour)) at = at.AddHours(1).AddMinutes(-at.Minute).AddSeconds(-at.Second);
            else if (!fields[1](at.Minute)) at = at.AddMinutes(1).AddSeconds(-at.Second);
            else if (!fields[0](at.Second)) at = at.AddSeconds(1);
            else return at;
        }
        throw new FormatException($"'{Text}' never comes.");
    }

    private static Func<int, bool> Field(string part, int first, int last) {
        if (part == "*") return _ => true;
        var every = part.StartsWith("*/", StringComparison.Ordinal);
        if (!int.TryParse(every ? part.AsSpan(2) : part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < (every ? 1 : first) || number > last) throw new FormatException($"'{part}' is not a cron field from {first} to {last}.");
        return every ? value => (value - first) % number == 0 : value => value == number;
    }
}
