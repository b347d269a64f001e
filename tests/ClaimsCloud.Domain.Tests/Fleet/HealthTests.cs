using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Domain.Tests.Fleet;

public sealed class HealthTests {
    private const int NineToSeventeen = 0x1FE00;
    /// <summary>A Thursday, 10:00.</summary>
    private static readonly DateTime Morning = new(2026, 11, 5, 10, 0, 0);
    private static readonly int[] Office = [0, NineToSeventeen, NineToSeventeen, NineToSeventeen, NineToSeventeen, NineToSeventeen, 0];

    [Fact]
    public void Each_of_the_five_states_has_its_sign() {
        Assert.Equal(HealthState.NotConnected, new StationSigns(null, null, []).StateAt(Morning));
        Assert.Equal(HealthState.Healthy, Seen(Morning.AddMinutes(-10)).StateAt(Morning));
        Assert.Equal(HealthState.Troubled, (Seen(Morning) with { Alarms = ["disk-full"] }).StateAt(Morning));
        Assert.Equal(HealthState.Silent, Seen(Morning.AddMinutes(-11)).StateAt(Morning));
        Assert.Equal(HealthState.Off, Seen(Morning).StateAt(Morning.Date.AddHours(20)));
        Assert.Equal(HealthState.Silent, (Seen(Morning) with { OnHours = null }).StateAt(Morning.Date.AddHours(20)));
    }

    [Fact]
    public void Off_every_night_for_two_weeks_is_no_news_and_silence_counts_from_the_morning() {
        for (var day = 0; day < 14; day++) {
            var evening = Morning.Date.AddDays(day).AddHours(17);
            for (var hour = 1; hour < 16; hour++) {
                var signs = Seen(evening);
                var now = evening.AddHours(hour);
                if (signs.StateAt(now) == HealthState.Silent) Assert.Fail($"silent at {now}");
                Assert.Null(signs.SilentSince(now));
            }
        }
        Assert.Equal(new DateTime(2026, 11, 6, 9, 0, 0), Seen(Morning.Date.AddHours(16.5)).SilentSince(Morning.AddDays(1)));
        Assert.Equal(Morning.AddMinutes(10), Seen(Morning).SilentSince(Morning.AddHours(2)));
    }

    [Fact]
    public void A_PC_that_was_not_on_since_the_5th_puts_the_claims_at_risk() {
        var off = new StationSigns(new DateTime(2026, 11, 4, 17, 0, 0), [0, 0, 0, 0, 0, 0, 0], []);
        var money = new MonthMoney("202611", 500_000, 0, 0, 500_000);
        Assert.DoesNotContain(At(off, money, new(2026, 11, 5, 10, 0, 0)), a => a.Kind == AlertKind.OffSinceOpening);
        Assert.Contains(At(off, money, new(2026, 11, 6, 10, 0, 0)), a => a.Kind == AlertKind.OffSinceOpening);
        Assert.DoesNotContain(At(off, money with { UnsentYen = 0, ConfirmedYen = 1 }, new(2026, 11, 6, 10, 0, 0)), a => a.Kind == AlertKind.OffSinceOpening);
    }

    [Fact]
    public void Claims_that_are_not_confirmed_climb_the_ladder_to_the_10th() {
        var money = new MonthMoney("202611", 0, 700_000, 0, 700_000);
        AlertLevel? Level(int day, int hour) => At(Seen(new(2026, 11, day, hour, 0, 0)), money, new(2026, 11, day, hour, 0, 0)).SingleOrDefault(a => a.Kind == AlertKind.MonthUnconfirmed)?.Level;
        Assert.Equal([null, AlertLevel.Digest, AlertLevel.Call, AlertLevel.Lead], [Level(7, 12), Level(8, 0), Level(9, 0), Level(10, 12)]);
        Assert.Null(Level(11, 0));
        Assert.DoesNotContain(At(Seen(new(2026, 11, 10, 12, 0, 0)), money with { UnconfirmedYen = 0, ConfirmedYen = 700_000 }, new(2026, 11, 10, 12, 0, 0)), a => a.Kind is AlertKind.MonthUnconfirmed or AlertKind.MonthUnsent);
    }

    [Fact]
    public void A_rung_is_never_left_downwards_as_time_goes_on() {
        foreach (var kind in Enum.GetValues<AlertKind>().Where(k => k != AlertKind.CertificateEnding)) {
            AlertLevel? before = null;
            for (var value = 0; value < 3000; value++) {
                var level = AlertLadder.Level(kind, value);
                Assert.True(level is not null || before is null);
                Assert.True(before is null || level >= before, $"{kind} at {value}");
                before = level;
            }
            Assert.NotNull(before);
        }
        Assert.Equal([null, AlertLevel.Digest, AlertLevel.Desk, AlertLevel.Call, AlertLevel.Lead, AlertLevel.Lead], new[] { 31, 30, 14, 7, 0, -5 }.Select(left => AlertLadder.Level(AlertKind.CertificateEnding, left)));
    }

    [Fact]
    public void More_yen_or_fewer_hours_are_more_urgent_and_confirmed_money_is_of_this_month() {
        var random = new Random(3);
        for (var n = 0; n < 2000; n++) {
            var now = new DateTime(2026, 11, 1).AddMinutes(random.Next(0, 30 * 24 * 60));
            var money = new MonthMoney("202611", random.Next(1, 5_000_000), 0, 0, 0);
            money = money with { AtRiskYen = money.UnsentYen };
            var standing = ClaimsMonth.Standing(money, now);
            Assert.True(standing.HoursLeft > 0 && standing.State == ClaimingState.NotSent && standing.Missed == now.Day > 10);
            Assert.True(ClaimsMonth.Standing(money with { AtRiskYen = money.AtRiskYen + 1 }, now).Urgency > standing.Urgency);
            if (ClaimsMonth.Deadline(now) - now > TimeSpan.FromHours(1)) Assert.True(ClaimsMonth.Standing(money, now.AddMinutes(59)).Urgency > standing.Urgency);
        }
        var last = new MonthMoney("202610", 0, 0, 400_000, 0);
        Assert.Equal((ClaimingState.NotSent, 400_000L, true), Parts(ClaimsMonth.Standing(last, new(2026, 11, 3))));
        Assert.Equal((ClaimingState.Confirmed, 0L, false), Parts(ClaimsMonth.Standing(last with { Month = "202611" }, new(2026, 11, 3))));
    }

    private static (ClaimingState, long, bool) Parts(MonthStanding standing) => (standing.State, standing.AtRiskYen, standing.IsEstimate);

    private static IReadOnlyList<StationAlert> At(StationSigns signs, MonthMoney money, DateTime now) => StationAlerts.At(new(signs, new Dictionary<string, DateTime>(), null, null, null, null, 0, money, []), now);

    private static StationSigns Seen(DateTime at) => new(at, Office, []);
}
