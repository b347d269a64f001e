using ClaimsCloud.Domain.Eligibility.Asking;
using ClaimsCloud.Domain.Eligibility.Messages;
using ClaimsCloud.Testing.Oqs;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Eligibility;

public sealed class AskingPlanTests {
    private static readonly AskingRules Rules = new();

    [Theory]
    [InlineData("2026-04-20", "2026-03-31", AskReason.BeforeSealing)]
    [InlineData("2026-04-20", "2026-04-07", null)]
    [InlineData("2026-04-20", "2026-04-06", AskReason.BeforeSealing)]
    [InlineData("2026-04-29", "2026-04-07", null)]
    [InlineData("2026-04-30", "2026-04-29", AskReason.MonthEnds)]
    [InlineData("2026-04-30", "2026-04-30", null)]
    [InlineData("2026-05-01", "2026-04-29", AskReason.MonthEnds)]
    [InlineData("2026-05-06", "2026-04-30", null)]
    [InlineData("2026-05-07", "2026-05-06", AskReason.BeforeSealing)]
    [InlineData("2026-05-07", "2026-05-07", null)]
    [InlineData("2027-02-28", "2027-02-10", AskReason.MonthEnds)]
    public void Everybody_is_confirmed_at_the_end_of_a_month_and_on_the_eve_of_sealing(string today, string confirmedFor, AskReason? reason) {
        var plan = AskingPlan.Of(DateTime.Parse(today + "T07:00"), [Person(1, DateOnly.Parse(confirmedFor), null)], null, Rules);
        Assert.Equal(reason, plan.Count == 0 ? null : Assert.Single(plan).Reason);
    }

    [Fact]
    public void A_new_person_is_asked_for_at_once_and_not_again_before_the_next_day() {
        var now = new DateTime(2026, 4, 20, 14, 0, 0);
        Assert.Equal(AskReason.NewPerson, Assert.Single(AskingPlan.Of(now, [Person(1, null, null)], null, Rules)).Reason);
        Assert.Empty(AskingPlan.Of(now, [Person(1, null, now.AddHours(-19))], null, Rules));
        Assert.Single(AskingPlan.Of(now, [Person(1, null, now.AddHours(-21))], null, Rules));
    }

    [Fact]
    public void Ten_thousand_people_come_in_bulk() {
        var plan = AskingPlan.Of(new(2026, 4, 30, 7, 0, 0), Enumerable.Range(0, 10_000).Select(i => Person(i, new(2026, 4, 1), null)), null, Rules);
        Assert.Equal(10_000 / OqsLimits.PeopleInBulk, plan.Count);
        Assert.All(plan, a => Assert.Equal(OqsLimits.PeopleInBulk, a.People.Count));
    }

    [Fact]
    public void Whoever_is_due_is_asked_for_once_outside_maintenance_and_with_pauses() {
        var start = new DateTime(2026, 4, 30, 7, 0, 0);
        var windows = Gen.Choose(0, 300).Two().Select(w => new MaintenanceWindow(start.AddMinutes(w.Item1), start.AddMinutes(w.Item1 + w.Item2))).ListOf(3);
        var people = Gen.Choose(0, 3).ListOf(30).Select(kinds => kinds.Select((kind, i) => kind switch {
            0 => Person(i, null, null), 1 => Person(i, new(2026, 4, 1), null), 2 => Person(i, new(2026, 4, 30), null), _ => Person(i, new(2026, 4, 1), start.AddHours(-1)),
        }).ToList());
        var any = from w in windows from p in people from ago in Gen.Choose(0, 200) select (Windows: w.ToList(), People: p, Last: start.AddSeconds(-ago));
        Prop.ForAll(any.ToArbitrary(), input => {
            var rules = Rules with { Maintenance = input.Windows };
            var plan = AskingPlan.Of(start, input.People, input.Last, rules);
            var due = input.People.Where(p => p.AskedAt is null && p.ConfirmedFor != new DateOnly(2026, 4, 30)).Select(p => p.Key).Order(StringComparer.Ordinal);
            Assert.Equal(due, plan.SelectMany(a => a.People).Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.All(plan, a => Assert.DoesNotContain(input.Windows, w => w.Contains(a.NotBefore)));
            Assert.All(plan, a => Assert.True(a.NotBefore >= start && a.NotBefore >= input.Last + rules.BetweenRequests));
            Assert.All(plan.Zip(plan.Skip(1)), pair => Assert.True(pair.Second.NotBefore >= pair.First.NotBefore + rules.BetweenRequests));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Consents_are_pulled_from_a_little_before_the_last_pull() {
        Assert.Equal((new(2026, 3, 29), new DateOnly(2026, 4, 1)), AskingPlan.ConsentDays(new(2026, 3, 31), new(2026, 4, 1), Rules));
        Assert.Equal((new(2026, 3, 30), new DateOnly(2026, 4, 1)), AskingPlan.ConsentDays(null, new(2026, 4, 1), Rules));
        Assert.Equal((new(2026, 3, 30), new DateOnly(2026, 4, 1)), AskingPlan.ConsentDays(new(2026, 5, 1), new(2026, 4, 1), Rules));
    }

    private static PersonToAsk Person(int number, DateOnly? confirmedFor, DateTime? askedAt) => new($"p{number}", Answers.Search(OqsPerson.Taro, $"u-{number}"), confirmedFor, askedAt);
}
