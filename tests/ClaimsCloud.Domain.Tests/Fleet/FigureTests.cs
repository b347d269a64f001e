using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Domain.Tests.Fleet;

public sealed class FigureTests {
    private static readonly DateOnly First = new(2026, 1, 5);

    [Fact]
    public void The_funnel_counts_who_reached_and_who_waits_and_how_long_a_step_took() {
        CaseTrack[] cases = [
            Case("a", 1), Case("b", 3, 10, 4), Case("c", 8, 2, 2, 2, 2, 2, 2, 2), Case("d", 8, 20, 1, 1, 1, 1, 1, 1),
        ];
        var funnel = CaseFigures.Funnel(cases);
        Assert.Equal([4, 3, 3, 2, 2, 2, 2], funnel.Select(f => f.Reached));
        Assert.Equal([1, 0, 1, 0, 0, 0, 0], funnel.Select(f => f.Waiting));
        Assert.Equal((10d, 20d), (funnel[0].MedianDays!.Value, funnel[0].SlowDays!.Value));
        Assert.Null(CaseFigures.Funnel([Case("a", 1)])[6].MedianDays);
        Assert.Equal([14, 26], CaseFigures.LeadDays(cases));
    }

    [Fact]
    public void A_case_that_went_back_counts_once_with_all_its_days_and_one_that_was_withdrawn_waits_nowhere() {
        DateOnly Day(int day) => First.AddDays(day);
        var funnel = CaseFigures.Funnel([
            new("back", 3, Day(30), [new(1, First, Day(5)), new(2, Day(5), Day(10)), new(1, Day(10), Day(20)), new(2, Day(20), Day(30))]),
            new("gone", CaseTrack.Withdrawn, Day(9), [new(1, First, Day(2)), new(2, Day(2), Day(9))]),
        ]);
        Assert.Equal([2, 2, 1, 0, 0, 0, 0], funnel.Select(f => f.Reached));
        Assert.Equal([0, 0, 1, 0, 0, 0, 0], funnel.Select(f => f.Waiting));
        Assert.Equal((2d, 15d), (funnel[0].MedianDays!.Value, funnel[0].SlowDays!.Value));
    }

    [Fact]
    public void A_share_of_ordered_values_is_one_of_them_and_covers_that_share() {
        var random = new Random(2);
        for (var n = 1; n < 200; n++) {
            List<double> values = [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(0, 50)).Order()];
            foreach (var share in new[] { 0.1, 0.5, 0.9, 1 }) {
                var at = CaseFigures.At(values, share)!.Value;
                Assert.True(values.Count(v => v <= at) >= share * n && values.Count(v => v < at) < share * n);
            }
        }
        Assert.Null(CaseFigures.At([], 0.5));
    }

    [Fact]
    public void Rates_are_shares_of_what_was_answered_or_confirmed_and_nothing_of_nothing() {
        var counts = new ClaimCounts(40, 36, 38, 2) + new ClaimCounts(10, 9, 10, 0);
        Assert.Equal((0.9, 46d / 50, 2d / 48), (counts.CleanRate!.Value, counts.FirstPassRate!.Value, counts.ReturnRate!.Value));
        Assert.Equal((null, null, null), (ClaimCounts.None.CleanRate, ClaimCounts.None.FirstPassRate, ClaimCounts.None.ReturnRate));
    }

    private static CaseTrack Case(string id, int step, params int[] days) {
        var (at, history) = (First, new List<PassedStep>());
        for (var n = 0; n < days.Length; n++) {
            history.Add(new(n + 1, at, at.AddDays(days[n])));
            at = at.AddDays(days[n]);
        }
        return new(id, step, at, history);
    }
}
