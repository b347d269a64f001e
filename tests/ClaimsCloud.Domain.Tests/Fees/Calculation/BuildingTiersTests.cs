using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Fees.Calculation;

/// <summary>同一建物 counts of both schedules.</summary>
public sealed class BuildingTiersTests {
    [Theory]
    [InlineData(2024, 1, 5550), InlineData(2024, 2, 5550), InlineData(2024, 3, 2780), InlineData(2024, 12, 2780)]
    [InlineData(2026, 1, 5550), InlineData(2026, 2, 5550), InlineData(2026, 3, 2780), InlineData(2026, 9, 2780)]
    [InlineData(2026, 10, 2760), InlineData(2026, 19, 2760), InlineData(2026, 20, 2710), InlineData(2026, 49, 2710), InlineData(2026, 50, 2610)]
    public void The_base_fee_follows_the_users_of_the_building_on_the_day(int year, int users, int yen) {
        var scene = Lines.Building(year, 6, users, [3], (p, day) => p.Visit(day));
        Assert.All(Lines.All(scene), p => Assert.Equal([(3, yen)], p.Of(FeeFamily.Basic1, FeeFamily.Basic2)));
    }

    [Theory]
    [InlineData(2024, 3, 2780, 2130), InlineData(2026, 3, 2780, 2130), InlineData(2026, 10, 2760, 2110), InlineData(2026, 20, 2710, 2070), InlineData(2026, 50, 2610, 1990)]
    public void Psychiatric_fees_follow_the_same_count_and_the_minutes(int year, int users, int yen, int shortYen) {
        var scene = Lines.Building(year, 6, users, [], (_, _) => { });
        foreach (var (i, patient) in scene.Patients.Index()) patient.Psychiatric(3, i % 2 == 0 ? 40 : 25);
        Assert.Equal([yen, shortYen], Lines.All(scene).Take(2).SelectMany(p => p.Of(FeeFamily.Psychiatric3)).Select(l => l.Yen));
    }

    [Fact]
    public void General_and_psychiatric_users_are_one_count() {
        var scene = Lines.Building(2024, 6, 2, [3], (p, day) => p.Visit(day));
        scene.Patient("精神").LivesIn("家").Psychiatric(3);
        Assert.Equal([(3, 2780)], Lines.Of(scene, "利用者00").Of(FeeFamily.Basic2));
        Assert.Equal([(3, 2780)], Lines.Of(scene, "精神").Of(FeeFamily.Psychiatric3));
    }

    [Theory, InlineData(2024, 5550), InlineData(2026, 2780)]
    public void Buildings_of_one_site_count_together_only_from_2026(int year, int yen) {
        var scene = new StationScene(year, 6).Building("東", "敷地").Building("西", "敷地");
        foreach (var (key, building) in new[] { ("甲", "東"), ("乙", "西"), ("丙", "西") }) scene.Patient(key).LivesIn(building).Visit(3);
        Assert.Equal([yen], Lines.Of(scene, "甲").Of(FeeFamily.Basic1, FeeFamily.Basic2).Select(l => l.Yen));
    }

    [Fact]
    public void From_the_21st_day_of_the_month_a_building_of_ten_pays_less() {
        var scene = Lines.Building(2026, 6, 10, Enumerable.Range(1, 22), (p, day) => p.Visit(day));
        Assert.Equal([(20, 2760), (21, 2660), (22, 2660)], Lines.Of(scene, "利用者00").Of(FeeFamily.Basic2).Skip(19));
    }

    [Theory, InlineData(2, 4500), InlineData(3, 4000), InlineData(10, 3700), InlineData(20, 3500), InlineData(50, 3300)]
    public void Two_visits_a_day_follow_the_users_with_two_visits(int users, int yen) {
        var scene = Lines.Building(2026, 6, users, [3], (p, day) => p.Visit(day).Visit(day, from: "16:00"));
        Assert.All(Lines.All(scene), p => Assert.Equal([(3, yen)], p.Of(FeeFamily.MultipleVisits)));
    }

    [Theory, InlineData(2, 8000), InlineData(3, 7200), InlineData(10, 6300), InlineData(20, 4800), InlineData(50, 4100)]
    public void Three_visits_a_day_are_a_count_of_their_own(int users, int yen) {
        var scene = Lines.Building(2026, 6, users, [3], (p, day) => p.Visit(day).Visit(day, from: "13:00").Visit(day, from: "17:00"));
        scene.Patient("二回").LivesIn("家").With("001").Visit(3).Visit(3, from: "16:00");
        Assert.All(Lines.All(scene).Where(p => p.Patient != "二回"), p => Assert.Equal([(3, yen)], p.Of(FeeFamily.MultipleVisits)));
        Assert.Equal([(3, 4500)], Lines.Of(scene, "二回").Of(FeeFamily.MultipleVisits));
    }

    [Theory, InlineData(2, 2100, 4200), InlineData(9, 2100, 4200), InlineData(10, 1800, 3900), InlineData(20, 1200, 2100), InlineData(50, 1000, 1800)]
    public void Night_fees_of_2026_follow_the_building(int users, int night, int lateNight) {
        static Visit Wished(Visit v) => v with { HourWishedByPatient = true };
        var scene = Lines.Building(2026, 6, users, [3], (p, day) => p.Visit(day, Wished, from: "19:00").Visit(day, Wished, from: "23:00"));
        Assert.All(Lines.All(scene), p => Assert.Equal([(3, night), (3, lateNight)], p.Of(FeeFamily.Night, FeeFamily.LateNight)));
        Assert.Equal(users >= 3, Lines.All(scene)[0].Codes().Contains("K17b"));
    }

    [Theory, InlineData(19, 3010, 3010, 3010), InlineData(20, 2510, 2310, 2210), InlineData(50, 2410, 2210, 2010)]
    public void Management_of_2026_is_known_from_the_residents_of_the_whole_month(int users, int early, int middle, int late) {
        var scene = Lines.Building(2026, 6, users - 1, [1], (p, day) => p.Visit(day));
        var patient = scene.Patient("本人").LivesIn("家").With("001");
        for (var day = 1; day <= 25; day++) patient.Visit(day);
        var lines = Lines.Of(scene, "本人").Of(FeeFamily.ManagementFirst, FeeFamily.ManagementLater);
        Assert.Equal([(1, 7710), (15, early), (16, middle), (24, middle), (25, late)], new[] { 0, 14, 15, 23, 24 }.Select(i => lines[i]));
    }

    [Theory, InlineData("看護師２", 4500, 4000, 3400, 3000, 2700), InlineData("准看護師", 3800, 3400, 2800, 2500, 2200), InlineData("看護補助者", 3000, 2700, 2100, 1900, 1600)]
    public void A_companion_is_paid_by_licence_and_building(string companion, params int[] yen) {
        foreach (var (users, expected) in new[] { 2, 3, 10, 20, 50 }.Zip(yen)) {
            var scene = Lines.Building(2026, 6, users, [3], (p, day) => p.Visit(day, v => v with { Companions = [companion], CompanionReason = CompanionReason.Illness }));
            Assert.All(Lines.All(scene), p => Assert.Equal([(3, expected)], p.Of(FeeFamily.TwoStaff)));
        }
    }
}
