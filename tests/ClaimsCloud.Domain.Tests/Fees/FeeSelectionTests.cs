using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Fees;

public sealed class FeeSelectionTests {
    private static readonly FeeSchedule[] Schedules = [FeeSchedule.Release202406, FeeSchedule.Release202606];

    public static TheoryData<string> Releases => [.. Schedules.Select(s => s.Release)];

    [Theory, MemberData(nameof(Releases))]
    public void No_two_codes_of_a_family_fit_the_same_facts(string release) {
        foreach (var family in Schedule(release).Fees.GroupBy(f => f.Conditions!.Family))
            foreach (var a in family)
                Assert.DoesNotContain(family, b => a != b && a.Conditions!.Overlap(b.Conditions!));
    }

    [Theory, MemberData(nameof(Releases))]
    public void Every_code_is_found_by_facts_that_fit_it(string release) =>
        Assert.All(Schedule(release).Fees, fee => Assert.Same(fee, Schedule(release).Select(FactsFor(fee.Conditions!), fee.ValidFrom)));

    [Theory, MemberData(nameof(Releases))]
    public void A_fact_that_is_asked_for_and_not_known_selects_nothing(string release) =>
        Assert.All(Schedule(release).Fees.Where(f => f.Conditions!.Staff is not null), fee =>
            Assert.Null(Schedule(release).Select(FactsFor(fee.Conditions!) with { Staff = null }, fee.ValidFrom)));

    [Fact]
    public void A_month_names_its_schedule_and_no_month_has_one_by_default() {
        Assert.Null(FeeSchedules.BuiltIn.For(ServiceMonth.Of(2024, 5)));
        Assert.Equal("2024-06", FeeSchedules.BuiltIn.For(ServiceMonth.Of(2024, 6))!.Release);
        Assert.Equal("2024-06", FeeSchedules.BuiltIn.For(ServiceMonth.Of(2026, 5))!.Release);
        Assert.Equal("2026-06", FeeSchedules.BuiltIn.For(ServiceMonth.Of(2026, 6))!.Release);
        Assert.Null(FeeSchedules.BuiltIn.For(ServiceMonth.Of(2028, 6)));
    }

    [Fact]
    public void A_tier_that_begins_later_is_not_selected_before() {
        var facts = new FeeFacts(FeeFamily.BaseUp2) { Care = CareKind.General, Number = 19 };
        Assert.Null(FeeSchedule.Release202606.Select(facts, new(2027, 5, 31)));
        Assert.Equal("590002010", FeeSchedule.Release202606.Select(facts, new(2027, 6, 1))!.Code);
    }

    private static FeeSchedule Schedule(string release) => Schedules.Single(s => s.Release == release);

    private static FeeFacts FactsFor(FeeConditions c) => new(c.Family) {
        Care = c.Care.Count == 0 ? null : c.Care[0], Staff = c.Staff, Companion = c.Companion, Case = c.Case, Number = c.Number,
        WeekDay = c.WeekDay?.From, BuildingUsers = c.BuildingUsers?.From, MonthDay = c.MonthDay?.From, Residents = c.Residents?.From,
        Minutes = c.Minutes?.From, Visits = c.Visits?.From,
    };
}
