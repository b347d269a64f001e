using ClaimsCloud.Application.Claims;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Tests.Claims;

public sealed class ChainTimersTests {
    private static readonly DateTimeOffset Early = Japan(6, 9, 0);

    [Theory]
    [InlineData(ClaimFileState.Sealed, "fetched", 15, 120)]
    [InlineData(ClaimFileState.Fetched, "placed", 15, 120)]
    [InlineData(ClaimFileState.Placed, "seen", 30, 240)]
    public void Each_link_that_a_machine_owes_warns_and_then_fails(ClaimFileState state, string missing, int warn, int fail) {
        Assert.Empty(Alerts(state, Early, TimeSpan.FromMinutes(warn - 1)));
        Assert.Equal([(missing, "warn")], Alerts(state, Early, TimeSpan.FromMinutes(warn)));
        Assert.Equal([(missing, "fail")], Alerts(state, Early, TimeSpan.FromMinutes(fail)));
    }

    [Fact]
    public void What_a_person_owes_warns_after_its_time_and_fails_with_the_deadline() {
        Assert.Equal([("answered", "warn")], Alerts(ClaimFileState.SeenUnchanged, Early, TimeSpan.FromDays(1)));
        Assert.Equal([("confirmed", "warn")], Alerts(ClaimFileState.Answered, Early, TimeSpan.FromHours(12)));
        Assert.Equal([("confirmed", "warn")], Alerts(ClaimFileState.Answered, Japan(8, 0, 0), TimeSpan.Zero));
        Assert.Equal([("confirmed", "warn")], Alerts(ClaimFileState.Answered, Japan(10, 23, 59), TimeSpan.Zero));
        Assert.Equal([("confirmed", "fail")], Alerts(ClaimFileState.Answered, Japan(11, 0, 0), TimeSpan.Zero));
    }

    [Theory]
    [InlineData(7, 23, 59, 0)]
    [InlineData(8, 0, 0, 1)]
    [InlineData(11, 0, 0, 1)]
    [InlineData(12, 21, 0, 1)]
    public void The_guard_of_the_month_begins_on_the_8th_and_never_falls_silent(int day, int hour, int minute, int alerts) {
        foreach (var state in (ClaimFileState[])[ClaimFileState.Checked, ClaimFileState.Sealed, ClaimFileState.SeenUnchanged, ClaimFileState.Answered])
            Assert.Equal(alerts, Alerts(state, Japan(day, hour, minute), TimeSpan.Zero).Count);
    }

    [Fact]
    public void Corrections_are_named_until_the_12th_at_21_and_not_afterwards() {
        Assert.Contains("12日21時まで", ChainTimers.Of(File(ClaimFileState.Answered, Early), Japan(12, 20, 59))[0].Text);
        Assert.Contains("翌月に請求", ChainTimers.Of(File(ClaimFileState.Answered, Early), Japan(12, 21, 0))[0].Text);
    }

    [Fact]
    public void What_has_come_to_its_end_is_never_overdue() {
        foreach (var state in (ClaimFileState[])[ClaimFileState.Confirmed, ClaimFileState.Unreadable]) Assert.Empty(Alerts(state, Early, TimeSpan.FromDays(400)));
    }

    private static List<(string, string)> Alerts(ClaimFileState state, DateTimeOffset last, TimeSpan later) => [.. ChainTimers.Of(File(state, last), last + later).Select(a => (a.Missing, a.Level))];

    private static ClaimFile File(ClaimFileState state, DateTimeOffset last) => new("RECEIPTH.UKE", Early, 1, "hash", state, 1,
        new("rows", "findings", true, 1, 27750, "202407", "1", "1234567", 0, 0, 0), null, [new ChainLink("x", null, last, null, "system", "x")]);

    private static DateTimeOffset Japan(int day, int hour, int minute) => new(2024, 7, day, hour, minute, 0, TimeSpan.FromHours(9));
}
