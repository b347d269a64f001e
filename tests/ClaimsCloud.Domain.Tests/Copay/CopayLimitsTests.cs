using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Copay;

public sealed class CopayLimitsTests {
    private static readonly Gen<ServiceMonth> Months = Gen.Choose(0, 37).Select(i => ServiceMonth.Of(2024 + ((5 + i) / 12), ((5 + i) % 12) + 1));
    private static readonly Gen<(ServiceMonth Month, CopayClass Class, int Total, LimitCount Count, LimitPortion Portion)> Cases =
        from month in Months
        from patient in Gen.Elements(Enum.GetValues<CopayClass>())
        from total in Gen.Choose(0, 3_000_000)
        from count in Gen.Elements(LimitCount.Usual, LimitCount.Repeated)
        from portion in Gen.Elements(LimitPortion.Whole, LimitPortion.Half)
        select (month, patient, total, count, portion);

    [Theory]
    [InlineData(CopayClass.UnderSeventyFirst, 2024, 6, 1_000_000, 254_180), InlineData(CopayClass.UnderSeventySecond, 2026, 7, 558_000, 167_400)]
    [InlineData(CopayClass.UnderSeventyThird, 2024, 6, 400_000, 81_430), InlineData(CopayClass.UnderSeventyThird, 2024, 6, 300_000, 80_430)]
    [InlineData(CopayClass.UnderSeventyThird, 2024, 6, 267_050, 80_101), InlineData(CopayClass.UnderSeventyThird, 2024, 6, 267_049, 80_100)]
    [InlineData(CopayClass.UnderSeventyThird, 2024, 6, 100_000, 80_100), InlineData(CopayClass.UnderSeventyThird, 2026, 8, 386_000, 86_800)]
    [InlineData(CopayClass.UnderSeventyFourth, 2025, 1, 900_000, 57_600), InlineData(CopayClass.UnderSeventyFifth, 2025, 1, 900_000, 35_400)]
    [InlineData(CopayClass.SeniorGeneral, 2026, 7, 300_000, 18_000), InlineData(CopayClass.SeniorGeneral, 2026, 8, 300_000, 22_000)]
    [InlineData(CopayClass.SeniorGeneralTwo, 2025, 9, 100_000, 13_000), InlineData(CopayClass.SeniorGeneralTwo, 2025, 9, 300_000, 18_000), InlineData(CopayClass.SeniorGeneralTwo, 2025, 10, 100_000, 18_000)]
    [InlineData(CopayClass.SeniorLowTwo, 2026, 7, 300_000, 8_000), InlineData(CopayClass.SeniorLowTwo, 2026, 8, 300_000, 11_000), InlineData(CopayClass.SeniorLowOne, 2026, 8, 300_000, 8_000)]
    public void Limits_follow_the_table_of_the_month(CopayClass patient, int year, int month, int total, int yen) =>
        Assert.Equal(yen, CopayLimits.Of(ServiceMonth.Of(year, month), patient, total, LimitCount.Usual, LimitPortion.Whole).Yen);

    [Theory, InlineData(CopayClass.UnderSeventyThird, 44_400, 22_200), InlineData(CopayClass.UnderSeventyFifth, 24_600, 12_300), InlineData(CopayClass.SeniorGeneral, 18_000, 9_000)]
    public void The_fourth_time_and_the_month_of_the_75th_birthday_have_limits_of_their_own(CopayClass patient, int repeated, int half) {
        var month = ServiceMonth.Of(2025, 4);
        Assert.Equal(repeated, CopayLimits.Of(month, patient, 900_000, LimitCount.Repeated, LimitPortion.Whole).Yen);
        Assert.Equal(half, CopayLimits.Of(month, patient, 900_000, LimitCount.Repeated, LimitPortion.Half).Yen);
        Assert.Equal(40_050 + 2_665, CopayLimits.Of(month, CopayClass.SeniorActiveOne, 400_000, LimitCount.Usual, LimitPortion.Half).Yen);
    }

    [Theory]
    [InlineData(CopayClass.UnderSeventyFirst, 2026, 8), InlineData(CopayClass.UnderSeventyFourth, 2026, 9), InlineData(CopayClass.SeniorGeneralTwo, 2027, 1)]
    [InlineData(CopayClass.UnderSeventyThird, 2027, 8), InlineData(CopayClass.SeniorGeneral, 2024, 5)]
    public void What_is_not_well_evidenced_gives_a_reason_and_no_figure(CopayClass patient, int year, int month) {
        var limit = CopayLimits.Of(ServiceMonth.Of(year, month), patient, 400_000, LimitCount.Usual, LimitPortion.Whole);
        Assert.Null(limit.Yen);
        Assert.NotEmpty(limit.NotChecked!);
    }

    [Fact]
    public void A_limit_is_a_figure_or_a_reason_and_never_falls_with_the_cost() =>
        Prop.ForAll(Cases.ToArbitrary(), c => {
            var limit = CopayLimits.Of(c.Month, c.Class, c.Total, c.Count, c.Portion);
            var dearer = CopayLimits.Of(c.Month, c.Class, c.Total + 1000, c.Count, c.Portion);
            return (limit.Yen is null) != (limit.NotChecked is null) && (limit.Yen is null || (limit.Yen <= dearer.Yen && limit.Certainty != Certainty.Doubtful));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_half_limit_and_the_repeated_limit_are_never_more() =>
        Prop.ForAll(Cases.ToArbitrary(), c => {
            var whole = CopayLimits.Of(c.Month, c.Class, c.Total, LimitCount.Usual, LimitPortion.Whole).Yen;
            return whole is null || (CopayLimits.Of(c.Month, c.Class, c.Total / 2, c.Count, LimitPortion.Half).Yen <= whole
                && CopayLimits.Of(c.Month, c.Class, c.Total, LimitCount.Repeated, c.Portion).Yen <= whole);
        }).QuickCheckThrowOnFailure();
}
