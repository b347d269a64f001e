using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Tests.Fees;

/// <summary>The tables of the notices, restated: what a rule of the notice pays for the facts it names.</summary>
public sealed class FeeAmountTests {
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static FeeSchedule Schedule(int year) => year == 2024 ? FeeSchedule.Release202406 : FeeSchedule.Release202606;

    [Theory]
    [InlineData(StaffClass.Nurse, 1, 5550, 6550), InlineData(StaffClass.AssistantNurse, 1, 5050, 6050), InlineData(StaffClass.Therapist, 1, 5550, 5550)]
    [InlineData(StaffClass.Nurse, 2, 5550, 6550), InlineData(StaffClass.AssistantNurse, 2, 5050, 6050), InlineData(StaffClass.Therapist, 2, 5550, 5550)]
    [InlineData(StaffClass.Nurse, 3, 2780, 3280), InlineData(StaffClass.AssistantNurse, 9, 2530, 3030), InlineData(StaffClass.Therapist, 9, 2780, 2780)]
    public void Base_fees_pay_by_staff_users_of_the_building_and_day_of_the_week(StaffClass staff, int users, int toThird, int fromFourth) {
        foreach (var year in (int[])[2024, 2026]) {
            var facts = new FeeFacts(users == 1 ? FeeFamily.Basic1 : FeeFamily.Basic2) { Staff = staff, BuildingUsers = users, MonthDay = 1 };
            Assert.Equal([toThird, toThird, fromFourth, fromFourth], new[] { 1, 3, 4, 7 }.Select(day => Yen(year, facts with { WeekDay = day })));
        }
    }

    [Theory]
    [InlineData(StaffClass.Nurse, 10, 2760, 2660), InlineData(StaffClass.Nurse, 20, 2710, 2610), InlineData(StaffClass.Nurse, 50, 2610, 2510)]
    [InlineData(StaffClass.AssistantNurse, 19, 2520, 2420), InlineData(StaffClass.AssistantNurse, 49, 2470, 2370), InlineData(StaffClass.AssistantNurse, 99, 2370, 2270)]
    [InlineData(StaffClass.Therapist, 10, 2760, 2660), InlineData(StaffClass.Therapist, 20, 2710, 2610), InlineData(StaffClass.Therapist, 50, 2610, 2510)]
    public void From_2026_ten_users_pay_by_the_day_of_the_month(StaffClass staff, int users, int toTwentieth, int after) {
        var facts = new FeeFacts(FeeFamily.Basic2) { Staff = staff, BuildingUsers = users, WeekDay = 5 };
        Assert.Equal([toTwentieth, toTwentieth, after, after], new[] { 1, 20, 21, 31 }.Select(day => Yen(2026, facts with { MonthDay = day })));
    }

    [Theory]
    [InlineData(StaffClass.Nurse, 1, 5550, 4250, 6550, 5100), InlineData(StaffClass.OccupationalTherapist, 2, 5550, 4250, 6550, 5100), InlineData(StaffClass.AssistantNurse, 1, 5050, 3870, 6050, 4720)]
    [InlineData(StaffClass.Nurse, 3, 2780, 2130, 3280, 2550), InlineData(StaffClass.OccupationalTherapist, 9, 2780, 2130, 3280, 2550), InlineData(StaffClass.AssistantNurse, 3, 2530, 1940, 3030, 2360)]
    public void Psychiatric_fees_pay_by_minutes_too(StaffClass staff, int users, int toThird, int toThirdShort, int fromFourth, int fromFourthShort) {
        foreach (var year in (int[])[2024, 2026]) {
            var facts = new FeeFacts(users == 1 ? FeeFamily.Psychiatric1 : FeeFamily.Psychiatric3) { Staff = staff, BuildingUsers = users, MonthDay = 1 };
            Assert.Equal([toThird, toThirdShort, fromFourth, fromFourthShort], new[] { (3, 30), (3, 29), (4, 90), (4, 20) }.Select(f => Yen(year, facts with { WeekDay = f.Item1, Minutes = f.Item2 })));
        }
    }

    [Theory]
    [InlineData(StaffClass.Nurse, 10, 2760, 2110, 2660, 2010), InlineData(StaffClass.OccupationalTherapist, 20, 2710, 2070, 2610, 1970), InlineData(StaffClass.Nurse, 50, 2610, 1990, 2510, 1890)]
    [InlineData(StaffClass.AssistantNurse, 10, 2520, 1930, 2420, 1830), InlineData(StaffClass.AssistantNurse, 20, 2470, 1890, 2370, 1790), InlineData(StaffClass.AssistantNurse, 50, 2370, 1810, 2270, 1710)]
    public void Psychiatric_fees_from_2026_pay_by_the_day_of_the_month(StaffClass staff, int users, int early, int earlyShort, int late, int lateShort) {
        var facts = new FeeFacts(FeeFamily.Psychiatric3) { Staff = staff, BuildingUsers = users, WeekDay = 4 };
        Assert.Equal([early, earlyShort, late, lateShort], new[] { (20, 30), (20, 29), (21, 30), (21, 29) }.Select(f => Yen(2026, facts with { MonthDay = f.Item1, Minutes = f.Item2 })));
    }

    [Theory, InlineData(FeeFamily.Basic1Specialist, 12850), InlineData(FeeFamily.Basic2Specialist, 12850), InlineData(FeeFamily.Basic3, 8500), InlineData(FeeFamily.Psychiatric4, 8500)]
    public void Specialists_and_overnight_leave_have_one_amount(FeeFamily family, int yen) =>
        Assert.Equal([yen, yen], new[] { 2024, 2026 }.Select(year => Yen(year, new(family))));

    [Theory]
    [InlineData(2024, 2, 2, 4500), InlineData(2024, 2, 3, 4000), InlineData(2024, 3, 1, 8000), InlineData(2024, 5, 60, 7200)]
    [InlineData(2026, 2, 2, 4500), InlineData(2026, 2, 9, 4000), InlineData(2026, 2, 19, 3700), InlineData(2026, 2, 49, 3500), InlineData(2026, 2, 50, 3300), InlineData(2026, 3, 2, 8000)]
    public void Several_visits_a_day_pay_by_users_of_the_building(int year, int visits, int users, int yen) =>
        Assert.Equal([yen, yen], new[] { CareKind.General, CareKind.Psychiatric }.Select(care =>
            Yen(year, new(FeeFamily.MultipleVisits) { Care = care, Visits = visits, BuildingUsers = users, MonthDay = 31 })));

    [Theory, InlineData(3, 7200, 6900), InlineData(10, 6300, 5200), InlineData(20, 4800, 3500), InlineData(50, 4100, 3000)]
    public void Three_visits_a_day_from_2026_pay_by_the_day_of_the_month(int users, int toTwentieth, int after) {
        var facts = new FeeFacts(FeeFamily.MultipleVisits) { Care = CareKind.General, Visits = 3, BuildingUsers = users };
        Assert.Equal([toTwentieth, after], new[] { 20, 21 }.Select(day => Yen(2026, facts with { MonthDay = day })));
    }

    [Theory]
    [InlineData(FeeFamily.Night, 1, 2100, 2100), InlineData(FeeFamily.Night, 3, 2100, 1900), InlineData(FeeFamily.Night, 10, 1800, 1300), InlineData(FeeFamily.Night, 20, 1200, 950), InlineData(FeeFamily.Night, 50, 1000, 800)]
    [InlineData(FeeFamily.LateNight, 2, 4200, 4200), InlineData(FeeFamily.LateNight, 3, 4200, 4000), InlineData(FeeFamily.LateNight, 10, 3900, 2300), InlineData(FeeFamily.LateNight, 20, 2100, 1500), InlineData(FeeFamily.LateNight, 50, 1800, 1300)]
    public void Night_visits_from_2026_pay_by_users_and_day_of_the_month(FeeFamily family, int users, int toFifteenth, int after) {
        var facts = new FeeFacts(family) { Care = CareKind.Psychiatric, BuildingUsers = users };
        Assert.Equal([toFifteenth, after], new[] { 15, 16 }.Select(day => Yen(2026, facts with { MonthDay = day })));
        Assert.Equal(family == FeeFamily.Night ? 2100 : 4200, Yen(2024, facts));
    }

    [Theory]
    [InlineData(CareKind.General, Companion.Nurse, FeeCase.Ordinary, 1, 4500, 4000, 3400, 3000, 2700)]
    [InlineData(CareKind.General, Companion.AssistantNurse, FeeCase.Ordinary, 1, 3800, 3400, 2800, 2500, 2200)]
    [InlineData(CareKind.General, Companion.Other, FeeCase.Ordinary, 1, 3000, 2700, 2100, 1900, 1600)]
    [InlineData(CareKind.General, Companion.Other, FeeCase.Designated, 1, 3000, 2700, 2100, 1900, 1600)]
    [InlineData(CareKind.General, Companion.Other, FeeCase.Designated, 2, 6000, 5400, 3800, 3450, 3300)]
    [InlineData(CareKind.General, Companion.Other, FeeCase.Designated, 3, 10000, 9000, 5500, 4800, 4500)]
    [InlineData(CareKind.Psychiatric, Companion.Nurse, FeeCase.Ordinary, 1, 4500, 4000, 3400, 3000, 2700)]
    [InlineData(CareKind.Psychiatric, Companion.Nurse, FeeCase.Ordinary, 2, 9000, 8100, 6880, 6070, 5460)]
    [InlineData(CareKind.Psychiatric, Companion.Nurse, FeeCase.Ordinary, 3, 14500, 13000, 11050, 9750, 8770)]
    [InlineData(CareKind.Psychiatric, Companion.AssistantNurse, FeeCase.Ordinary, 1, 3800, 3400, 2800, 2500, 2200)]
    [InlineData(CareKind.Psychiatric, Companion.AssistantNurse, FeeCase.Ordinary, 2, 7600, 6800, 5600, 5000, 4400)]
    [InlineData(CareKind.Psychiatric, Companion.AssistantNurse, FeeCase.Ordinary, 3, 12400, 11200, 9220, 8230, 7240)]
    [InlineData(CareKind.Psychiatric, Companion.Other, FeeCase.Ordinary, 1, 3000, 2700, 2100, 1900, 1600)]
    public void A_second_staff_member_pays_by_companion_visits_and_users(CareKind care, Companion companion, FeeCase feeCase, int visits, params int[] yen) {
        var facts = new FeeFacts(FeeFamily.TwoStaff) { Care = care, Companion = companion, Case = feeCase, Visits = visits };
        Assert.Equal(yen, new[] { 1, 3, 10, 20, 50 }.Select(users => Yen(2026, facts with { BuildingUsers = users })));
        Assert.Equal([yen[0], yen[1], yen[1]], new[] { 2, 3, 50 }.Select(users => Yen(2024, facts with { BuildingUsers = users })));
    }

    [Theory]
    [InlineData(FeeFamily.Emergency, null, null, 14, 2650, 2650), InlineData(FeeFamily.Emergency, null, null, 15, 2000, 2000)]
    [InlineData(FeeFamily.LongVisit, FeeCase.Ordinary, null, null, 5200, 5200), InlineData(FeeFamily.LongVisit, FeeCase.Designated, null, null, 5200, 5200)]
    [InlineData(FeeFamily.Infant, FeeCase.Ordinary, null, null, 1300, 1400), InlineData(FeeFamily.Infant, FeeCase.Designated, null, null, 1800, 1800)]
    [InlineData(FeeFamily.ManagementFirst, null, 1, null, 13230, 13760), InlineData(FeeFamily.ManagementFirst, null, 2, null, 10030, 10460)]
    [InlineData(FeeFamily.ManagementFirst, null, 3, null, 8700, 9030), InlineData(FeeFamily.ManagementFirst, null, 0, null, 7670, 7710)]
    [InlineData(FeeFamily.AroundTheClock, null, 1, null, 6800, 6800), InlineData(FeeFamily.AroundTheClock, null, 2, null, 6520, 6520)]
    [InlineData(FeeFamily.SpecialManagement, FeeCase.Ordinary, null, null, 2500, 2500), InlineData(FeeFamily.SpecialManagement, FeeCase.Designated, null, null, 5000, 5000)]
    [InlineData(FeeFamily.DischargeGuidance, null, null, null, 8000, 8000), InlineData(FeeFamily.SpecialManagementGuidance, null, null, null, 2000, 2000)]
    [InlineData(FeeFamily.DischargeSupport, FeeCase.Ordinary, null, null, 6000, 6000), InlineData(FeeFamily.DischargeSupport, FeeCase.Designated, null, null, 8400, 8400)]
    [InlineData(FeeFamily.HomePatientGuidance, null, null, null, 3000, 3000), InlineData(FeeFamily.EmergencyConference, null, null, null, 2000, 2000)]
    [InlineData(FeeFamily.PsychiatricSevere, null, 1, null, 8400, 8400), InlineData(FeeFamily.PsychiatricSevere, null, 2, null, 5800, 5800)]
    [InlineData(FeeFamily.CareStaffSupport, null, 1, null, 2500, 2500), InlineData(FeeFamily.CareStaffSupport, null, 2, null, 2500, 2500)]
    [InlineData(FeeFamily.SpecialistManagement, null, 1, null, 2500, 2500), InlineData(FeeFamily.SpecialistManagement, null, 2, null, 2500, 2500)]
    [InlineData(FeeFamily.DigitalRecords, null, null, null, 50, 50)]
    [InlineData(FeeFamily.Information, null, 1, null, 1500, 1500), InlineData(FeeFamily.Information, null, 2, null, 1500, 1500), InlineData(FeeFamily.Information, null, 3, null, 1500, 1500)]
    [InlineData(FeeFamily.Terminal, null, 1, null, 25000, 25000), InlineData(FeeFamily.Terminal, null, 2, null, 10000, 10000), InlineData(FeeFamily.RemoteDeathCertificate, null, null, null, 1500, 1500)]
    [InlineData(FeeFamily.BaseUp1, null, null, null, 780, 1050), InlineData(FeeFamily.BaseUp2, null, 10, null, 100, 300), InlineData(FeeFamily.BaseUp2, null, 18, null, 500, 540)]
    public void Other_fees_pay_in_both_years(FeeFamily family, FeeCase? feeCase, int? number, int? monthDay, int yen2024, int yen2026) {
        var facts = new FeeFacts(family) { Care = CareKind.General, Case = feeCase, Number = number, MonthDay = monthDay };
        Assert.Equal([yen2024, yen2026], new[] { 2024, 2026 }.Select(year => Yen(year, facts)));
    }

    [Theory]
    [InlineData(19, 1, 3010), InlineData(19, 31, 3010), InlineData(20, 15, 2510), InlineData(20, 16, 2310), InlineData(49, 24, 2310), InlineData(49, 25, 2210)]
    [InlineData(50, 15, 2410), InlineData(50, 24, 2210), InlineData(50, 25, 2010)]
    public void Management_after_the_first_day_pays_by_residents_and_day_of_the_month_from_2026(int residents, int monthDay, int yen) =>
        Assert.Equal(yen, Yen(2026, new(FeeFamily.ManagementLater) { Care = CareKind.Psychiatric, Residents = residents, MonthDay = monthDay }));

    [Theory, InlineData(1, 3000), InlineData(2, 2500)]
    public void Management_after_the_first_day_pays_by_notification_in_2024(int number, int yen) =>
        Assert.Equal(yen, Yen(2024, new(FeeFamily.ManagementLater) { Care = CareKind.General, Number = number }));

    [Theory]
    [InlineData(19, 7010, 11010, 14010, 15510), InlineData(20, 6310, 9910, 13730, 15200), InlineData(50, 5960, 9360, 13450, 14890)]
    public void The_inclusive_fee_pays_by_residents_and_minutes(int residents, params int[] yen) {
        var facts = new FeeFacts(FeeFamily.Inclusive) { Residents = residents, Case = FeeCase.Ordinary };
        Assert.Equal(yen, new[] { facts with { Minutes = 30 }, facts with { Minutes = 89 }, facts with { Minutes = 90 }, facts with { Minutes = 300, Case = FeeCase.Designated } }.Select(f => Yen(2026, f)));
        Assert.Null(FeeSchedule.Release202606.Select(facts with { Minutes = 29 }, Day));
    }

    [Fact]
    public void Base_up_two_follows_its_formula() {
        foreach (var n in Enumerable.Range(1, 36)) {
            var facts = new FeeFacts(FeeFamily.BaseUp2) { Care = CareKind.General, Number = n };
            Assert.Equal(30 * n, FeeSchedule.Release202606.Select(facts, new(2027, 6, 1))!.YenOn(new(2027, 6, 1)));
            if (n > 18) continue;
            var continued = Yen(2026, facts with { Family = FeeFamily.BaseUp2Continued });
            Assert.Equal(Yen(2024, facts) + (30 * n), continued);
        }
    }

    [Theory]
    [InlineData(FeeFamily.BaseUp1, 1050, 2100), InlineData(FeeFamily.BaseUp1Continued, 1830, 2880)]
    [InlineData(FeeFamily.PriceFirst, 60, 120), InlineData(FeeFamily.PriceLater, 20, 40), InlineData(FeeFamily.PriceInclusive, 20, 40)]
    public void Some_amounts_step_on_the_first_of_June_2027(FeeFamily family, int before, int after) {
        var fee = FeeSchedule.Release202606.Select(new(family) { Care = CareKind.General }, Day)!;
        Assert.Equal([before, before, after, after], new DateOnly[] { new(2026, 6, 1), new(2027, 5, 31), new(2027, 6, 1), new(2028, 5, 31) }.Select(fee.YenOn));
    }

    [Fact]
    public void Medical_observation_records_ten_times_its_points_and_pays_like_the_psychiatric_fee() {
        foreach (var fee in Schedule(2024).Fees.Where(f => f.Conditions!.Family is FeeFamily.Observation1 or FeeFamily.Observation3)) {
            var c = fee.Conditions!;
            var like = Schedule(2024).Fees.Single(f => f.Conditions! with { Family = c.Family, Care = c.Care } == c && f.Code.StartsWith("53", StringComparison.Ordinal)
                && (f.Conditions!.Family == FeeFamily.Psychiatric1) == (c.Family == FeeFamily.Observation1));
            Assert.Equal(like.YenOn(Day), fee.AmountOn(Day) * 10);
            Assert.Equal(like.YenOn(Day), fee.YenOn(Day));
        }
    }

    [Fact]
    public void A_percentage_is_recorded_as_0_yen() =>
        Assert.All(Schedule(2024).Fees.Concat(Schedule(2026).Fees).Where(f => f.Conditions!.Family == FeeFamily.SpecialArea), fee => {
            Assert.Equal((FeeAmountKind.Percent, 50, 0), (fee.AmountKind, fee.AmountOn(Day), fee.YenOn(Day)));
        });

    private static int Yen(int year, FeeFacts facts) => Schedule(year).Select(facts, Day) is { } fee ? fee.YenOn(Day) : throw new InvalidOperationException($"no code for {facts} in {year}");
}
