using ClaimsCloud.Application.EdgeLink;

namespace ClaimsCloud.Application.Tests.EdgeLink;

public sealed class OnHoursTests {
    /// <summary>A Monday, 0:00 in Japan.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 10, 5, 0, 0, 0, TimeSpan.FromHours(9));
    private const int NineToSeventeen = 0x1FE00;

    [Fact]
    public void Working_hours_are_learned_after_two_weeks_and_nights_and_weekends_stay_off() {
        Assert.Null(OnHours.Usual(Weeks(1)));
        Assert.Equal([0, NineToSeventeen, NineToSeventeen, NineToSeventeen, NineToSeventeen, NineToSeventeen, 0], OnHours.Usual(Weeks(4)));
    }

    [Fact]
    public void One_day_off_unlearns_nothing_and_two_do() {
        Assert.Equal(NineToSeventeen, OnHours.Usual(Weeks(5, without: 21))![1]);
        Assert.Equal(0, OnHours.Usual(Weeks(5, 21, 28))![1]);
    }

    [Fact]
    public void What_is_remembered_does_not_grow() => Assert.InRange(Weeks(60).Count, 20, 30);

    [Fact]
    public void Nothing_is_said_of_a_PC_that_was_never_heard() => Assert.Null(OnHours.Usual(null));

    /// <param name="without">Days of silence, counted from the first Monday.</param>
    private static IReadOnlyList<HeardDay> Weeks(int weeks, params int[] without) {
        IReadOnlyList<HeardDay> known = [];
        for (var day = 0; day < weeks * 7 + 1; day++) {
            if (day % 7 >= 5 || without.Contains(day)) continue;
            for (var minute = 9 * 60; minute < 17 * 60; minute += 20) known = OnHours.Heard(known, Monday.AddDays(day).AddMinutes(minute));
        }
        return known;
    }
}
