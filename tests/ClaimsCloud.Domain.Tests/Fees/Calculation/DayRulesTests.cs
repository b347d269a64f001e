using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing.Bundles;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Fees.Calculation;

/// <summary>Weeks, conditions and limits of the fees of a day.</summary>
public sealed class DayRulesTests {
    private static readonly FeeFamily[] Base = [FeeFamily.Basic1, FeeFamily.Psychiatric1];

    [Fact]
    public void A_fourth_day_of_the_week_is_paid_more_with_a_listed_disease_and_not_at_all_without() {
        var scene = new StationScene(2024, 6);
        foreach (var key in new[] { "別表７", "なし" })
            foreach (var day in new[] { 2, 3, 4, 5 }) (scene.Patients.Find(p => p.Key == key) ?? scene.Patient(key)).Visit(day);
        scene.Patients[0].With("001");
        Assert.Equal([(2, 5550), (3, 5550), (4, 5550), (5, 6550)], Lines.Of(scene, "別表７").Of(Base));
        Assert.Equal([(2, 5550), (3, 5550), (4, 5550)], Lines.Of(scene, "なし").Of(Base));
        Assert.Contains("K04a", Lines.Of(scene, "なし").Codes());
    }

    [Fact]
    public void A_week_counts_on_across_the_end_of_the_month() {
        var scene = new StationScene(2024, 8);
        var patient = scene.Patient("患者").With("001").Visit(1).Visit(2);
        foreach (var day in new[] { 28, 29, 30 }) patient.Visit(1, v => v with { Date = new(2024, 7, day) });
        Assert.Equal([(1, 6550), (2, 6550)], Lines.Of(scene, "患者").Of(Base));
        Assert.DoesNotContain("K04b", Lines.Of(scene, "患者").Codes());
    }

    [Fact]
    public void Without_the_days_before_the_month_the_first_week_is_not_checked() {
        var scene = new StationScene(2024, 8) { CompleteFrom = new(2024, 8, 1) };
        scene.Patient("患者").With("001").Visit(1);
        var finding = Assert.Single(Lines.Of(scene, "患者").Findings, f => f.Code == "K04b");
        Assert.Equal(Verdict.NotChecked, finding.Verdict);
    }

    [Fact]
    public void Psychiatric_visits_may_be_five_a_week_within_three_months_of_a_discharge() {
        var scene = new StationScene(2024, 6).Files("1606");
        var patient = scene.Patient("患者");
        for (var day = 2; day <= 7; day++) patient.Psychiatric(day);
        Assert.Equal(3, Lines.Of(scene, "患者").Of(Base).Count);
        patient.Stays.Add(new() { Key = "入院", Patient = "患者", From = new(2024, 4, 1), Until = new(2024, 5, 20), Psychiatric = true });
        Assert.Equal([5550, 5550, 5550, 6550, 6550], Lines.Of(scene, "患者").Of(Base).Select(l => l.Yen));
    }

    [Theory, InlineData("041", 40, "看護師", 90, 0), InlineData("041", 40, "看護師", 91, 1), InlineData("001", 40, "看護師", 120, 0), InlineData("091", 3, "看護師", 120, 2)]
    public void A_long_visit_needs_more_than_ninety_minutes_and_a_condition(string code, int age, string staff, int minutes, int billed) {
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").With(code).But(b => b with { BirthDate = new(2024 - age, 1, 1) }).Visit(3, staff: staff, minutes: minutes).Visit(5, staff: staff, minutes: minutes);
        Assert.Equal(billed, Lines.Of(scene, "患者").Of(FeeFamily.LongVisit).Count);
    }

    [Theory, InlineData(2024, "", 1300), InlineData(2026, "", 1400), InlineData(2024, "091", 1800), InlineData(2026, "041", 1800)]
    public void A_child_under_six_is_paid_more(int year, string code, int yen) {
        var scene = new StationScene(year, 6);
        var child = scene.Patient("子").But(b => b with { BirthDate = new(year - 6, 6, 11) }).Visit(10).Visit(11);
        if (code.Length > 0) child.With(code);
        Assert.Equal([(10, yen)], Lines.Of(scene, "子").Of(FeeFamily.Infant));
    }

    [Fact]
    public void The_15th_emergency_of_the_month_is_paid_less() {
        var scene = new StationScene(2024, 6);
        var patient = scene.Patient("患者").With("001");
        for (var day = 1; day <= 16; day++) patient.Visit(day, v => v with { EmergencyReason = "発熱" });
        Assert.Equal([2650, 2000, 2000], Lines.Of(scene, "患者").Of(FeeFamily.Emergency).Skip(13).Select(l => l.Yen));
    }

    [Fact]
    public void An_hour_that_the_patient_did_not_wish_is_a_hint_only() {
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").Visit(3, from: "19:00");
        var fees = Lines.Of(scene, "患者");
        Assert.Empty(fees.Of(FeeFamily.Night));
        Assert.Equal(Severity.Hint, Assert.Single(fees.Findings, f => f.Code == "K17a").Severity);
    }

    [Fact]
    public void Days_of_a_specialist_and_of_leave_have_no_management_fee() {
        var scene = new StationScene(2024, 6).Files("1607", "1617");
        scene.Patient("患者").Visit(3, staff: "専門看護師", kind: VisitKind.SpecialistJoint).Visit(4, kind: VisitKind.OvernightLeave).Visit(5).Visit(6);
        Assert.Equal([(5, 7670), (6, 3000)], Lines.Of(scene, "患者").Of(FeeFamily.ManagementFirst, FeeFamily.ManagementLater));
    }

    [Fact]
    public void A_fee_whose_standard_is_not_filed_becomes_a_hint() {
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").With("057").Agree(AgreementKind.SpecialManagement).Visit(3);
        var fees = Lines.Of(scene, "患者");
        Assert.Empty(fees.Of(FeeFamily.SpecialManagement));
        Assert.Contains(fees.Findings, f => f is { Code: "K05b", Severity: Severity.Hint, Place.Key: "1605" });
    }

    [Theory]
    [InlineData("10:00", "10:00", "K01a"), InlineData("10:00", "09:00", "K01a")]
    public void A_visit_that_ends_before_it_starts_keeps_the_patient_back(string start, string end, string code) {
        var scene = new StationScene(2024, 6);
        scene.Patient("患者").Visit(3, v => v with { Start = TimeOnly.Parse(start), End = TimeOnly.Parse(end), EndDate = null });
        Assert.True(Assert.Single(Lines.Of(scene, "患者").Findings, f => f.Code == code).KeepsBack);
    }

    [Fact]
    public void A_visit_without_an_instruction_or_with_unknown_staff_keeps_the_patient_back() {
        var scene = new StationScene(2024, 6);
        scene.Patient("指示なし").Visit(3).Instructions.Clear();
        scene.Patient("職員なし").Visit(3, staff: "だれか");
        Assert.Contains("K02b", Lines.Of(scene, "指示なし").Codes());
        Assert.Contains("K01b", Lines.Of(scene, "職員なし").Codes());
    }

    [Fact]
    public void Inclusive_care_needs_day_and_night_and_three_visits_for_sixty_minutes() {
        var scene = new StationScene(2026, 6).Files("1641").Building("家", inclusiveFrom: new(2026, 6, 1));
        var patient = scene.Patient("患者").LivesIn("家");
        foreach (var (day, visits) in new[] { (1, 3), (2, 2), (3, 1) })
            foreach (var from in new[] { "09:00", "19:00", "14:00" }.Take(visits)) patient.Visit(day, from: from, kind: VisitKind.InclusiveCare);
        var fees = Lines.Of(scene, "患者");
        Assert.Equal([(1, 14010), (2, 7010)], fees.Of(FeeFamily.Inclusive));
        Assert.Equal([(3, 5550)], fees.Of(FeeFamily.Basic1));
    }

    [Theory, InlineData(2024), InlineData(2026)]
    public void A_further_visit_never_lowers_what_the_day_already_pays(int year) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => {
            var chance = new Random(seed);
            string[] hours = ["00:30", "06:30", "09:00", "12:00", "19:30"], staff = ["看護師", "准看護師", "理学療法士"];
            T Any<T>(T[] of) => of[chance.Next(of.Length)];
            var day = chance.Next(1, 29);
            var scene = new StationScene(year, 6).Files("1617");
            var patient = scene.Patient("患者").With("001").With("041").Visit(day, v => v with { HourWishedByPatient = true }, Any(staff), Any(hours), 100);
            if (chance.Next(1, 29) is var other && other != day) patient.Visit(other);
            var before = Lines.Of(scene, "患者").Lines;
            patient.Visit(day, v => v with { HourWishedByPatient = true }, Any(staff), Any(hours), 40);
            var after = Lines.Of(scene, "患者").Lines;
            foreach (var family in before.Where(l => l.Date.Day == day).GroupBy(l => l.Fee.Conditions!.Family))
                Assert.True(after.Where(l => l.Date.Day == day && l.Fee.Conditions!.Family == family.Key).Sum(l => l.Yen) >= family.Sum(l => l.Yen), $"{family.Key}");
        }).QuickCheckThrowOnFailure();
}
