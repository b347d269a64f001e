using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Tests.Fees;

/// <summary>What must be true of any generation of the tables, whether the official files are at hand or not.</summary>
public sealed class FeeTableTests {
    public static TheoryData<string> Releases => ["2024-06", "2026-06"];

    [Theory, MemberData(nameof(Releases))]
    public void Every_exclusion_has_its_mirror(string release) {
        var schedule = Schedule(release);
        var rows = schedule.Fees.SelectMany(f => schedule.Exclusions(f.Code).Select(e => (f.Code, e.Other, e.Effect, e.Unit))).ToHashSet();
        Assert.All(rows, row => Assert.Contains((row.Other, row.Code, row.Effect switch {
            ExclusionEffect.OtherFalls => ExclusionEffect.OtherStands,
            ExclusionEffect.OtherStands => ExclusionEffect.OtherFalls,
            _ => row.Effect,
        }, row.Unit), rows));
        Assert.DoesNotContain(rows, row => row.Code == row.Other || schedule.Find(row.Other) is null);
    }

    [Fact]
    public void The_short_form_of_the_exclusions_of_2024_has_4340_rows() =>
        Assert.Equal(4340, FeeSchedule.Release202406.Fees.Sum(f => FeeSchedule.Release202406.Exclusions(f.Code).Count));

    [Theory, MemberData(nameof(Releases))]
    public void Add_ons_stand_in_a_group_and_groups_hold_add_ons(string release) {
        var schedule = Schedule(release);
        var grouped = schedule.AddOnGroups.SelectMany(schedule.AddOns).Select(a => a.Code).ToHashSet();
        Assert.Equal(schedule.Fees.Where(f => f.Role == FeeRole.AddOn).Select(f => f.Code).Order(), grouped.Order());
        Assert.All(schedule.Fees.Where(f => f.AddOnGroup is not null), f => Assert.NotEmpty(schedule.AddOns(f.AddOnGroup!)));
        Assert.Equal(schedule.AddOnGroups.Order(), schedule.Fees.Select(f => f.AddOnGroup).OfType<string>().Distinct().Order());
    }

    [Theory, MemberData(nameof(Releases))]
    public void Codes_of_one_family_are_alternatives_of_each_other(string release) {
        var schedule = Schedule(release);
        foreach (var group in schedule.AddOnGroups)
            foreach (var family in schedule.AddOns(group).GroupBy(a => schedule.Find(a.Code)!.Conditions!.Family).Where(f => f.Key != FeeFamily.CareStaffSupport))
                Assert.Single(family.Select(a => a.Alternative).Distinct());
    }

    [Theory, MemberData(nameof(Releases))]
    public void Three_days_a_week_and_one_base_fee_a_day_are_in_the_limits(string release) =>
        Assert.All(Schedule(release).Fees.Where(f => f.Conditions!.WeekDay is not null), f => {
            Assert.Contains(new FeeLimit(LimitUnit.Day, 1), f.Limits);
            Assert.Equal(f.Conditions!.WeekDay!.To == 3, f.Limits.Contains(new(LimitUnit.Week, 3)));
        });

    [Theory, MemberData(nameof(Releases))]
    public void A_tier_of_days_of_the_month_is_limited_to_its_days(string release) =>
        Assert.All(Schedule(release).Fees.Where(f => f.Conditions!.MonthDay is not null), f => {
            var days = f.Conditions!.MonthDay!;
            Assert.Contains(new FeeLimit(LimitUnit.Month, Math.Min(days.To, 31) - days.From + 1), f.Limits);
        });

    [Fact]
    public void Codes_that_ended_name_those_that_took_their_place() {
        var (old, now) = (FeeSchedule.Release202406, FeeSchedule.Release202606);
        Assert.Equal(old.Fees.Select(f => f.Code).Where(c => now.Find(c) is null).Order(), now.Abolished.Keys.Order());
        Assert.All(now.Abolished, a => {
            Assert.NotEmpty(a.Value);
            Assert.All(a.Value, code => Assert.Equal(old.Find(a.Key)!.Conditions!.Family, now.Find(code)!.Conditions!.Family));
        });
    }

    [Fact]
    public void What_is_carried_over_from_2024_is_as_it_was() {
        foreach (var (now, old) in FeeSchedule.Release202606.Fees.Select(f => (f, FeeSchedule.Release202406.Find(f.Code))).Where(p => p.Item2 is not null)) {
            Assert.Equal(old!.StaffCodes, now.StaffCodes);
            Assert.Equal(old.InstructionKinds, now.InstructionKinds);
            Assert.Equal((old.VisitCount, old.StandsAlone, old.AddOnGroup, old.AgeBelow, old.Conditions!.Family), (now.VisitCount, now.StandsAlone, now.AddOnGroup, now.AgeBelow, now.Conditions!.Family));
        }
    }

    [Fact]
    public void Amounts_of_2026_are_those_of_the_reference() {
        var folder = Environment.GetEnvironmentVariable("CLAIMS_REFERENCE");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMS_REFERENCE does not name the folder of the official documents");
        var rows = File.ReadLines(Path.Combine(folder!, "fees_2026.csv")).Skip(1).Select(l => l.Split(',')).Where(c => c[8] != "abolished").ToList();
        Assert.Equal(rows.Select(r => r[0]), FeeSchedule.Release202606.Fees.Select(f => f.Code));
        Assert.All(rows, r => {
            var fee = FeeSchedule.Release202606.Find(r[0])!;
            Assert.Equal((r[1], r[2]), (fee.Name, $"{fee.AmountOn(new(2026, 6, 1))}"));
            Assert.Equal(r[5].Length > 0 ? r[5] : r[2], $"{fee.AmountOn(new(2027, 6, 1))}");
            Assert.Equal(r[6], fee.Role switch { FeeRole.Base => "基本", FeeRole.AddOn => "加算", _ => "単独" });
            Assert.Equal(r[10], $"{fee.ValidFrom:yyyyMMdd}");
        });
    }

    private static FeeSchedule Schedule(string release) => FeeSchedules.BuiltIn.All.Single(s => s.Release == release);
}
