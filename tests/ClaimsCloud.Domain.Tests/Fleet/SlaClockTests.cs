using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Domain.Tests.Fleet;

public sealed class SlaClockTests {
    private static readonly ServiceHours Weekdays = new(9, 17, false, new HashSet<DateOnly> { new(2026, 11, 3), new(2026, 11, 23) });

    [Theory]
    [InlineData("2026-11-05 10:00", 4, "2026-11-05 14:00")]
    [InlineData("2026-11-05 15:00", 4, "2026-11-06 11:00")]
    [InlineData("2026-11-06 16:00", 4, "2026-11-09 12:00")]
    [InlineData("2026-11-02 16:00", 2, "2026-11-04 10:00")]
    [InlineData("2026-11-07 12:00", 8, "2026-11-09 17:00")]
    public void A_due_time_counts_service_hours_alone(string from, int hours, string due) =>
        Assert.Equal(DateTime.Parse(due), SlaClock.Due(DateTime.Parse(from), TimeSpan.FromHours(hours), Weekdays));

    [Fact]
    public void What_is_worked_until_the_due_time_is_the_target_and_a_pause_moves_it_by_itself() {
        var random = new Random(11);
        for (var n = 0; n < 1000; n++) {
            var hours = new ServiceHours(random.Next(0, 12), random.Next(13, 25), random.Next(2) == 0, new HashSet<DateOnly> { new DateOnly(2026, 11, 1).AddDays(random.Next(0, 60)) });
            var from = new DateTime(2026, 11, 1).AddMinutes(random.Next(0, 40 * 24 * 60));
            var target = TimeSpan.FromMinutes(random.Next(1, 6000));
            var due = SlaClock.Due(from, target, hours);
            Assert.Equal(target, SlaClock.Worked(from, due, hours));
            Assert.Equal(due, SlaClock.RunsOut([new(from, null)], target, hours));

            var pausedAt = from.AddMinutes(random.Next(0, 3000));
            var goesOn = pausedAt.AddMinutes(random.Next(0, 6000));
            var moved = SlaClock.RunsOut([new(from, pausedAt), new(goesOn, null)], target, hours)!.Value;
            Assert.True(moved >= due);
            if (pausedAt < due) Assert.Equal(target, SlaClock.Used([new(from, pausedAt), new(goesOn, null)], moved, hours));
            var stands = SlaClock.RunsOut([new(from, pausedAt)], target, hours);
            Assert.Equal(pausedAt >= due ? due : null, stands);
        }
    }
}
