using ClaimsCloud.Domain.Onboarding;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Onboarding;

public sealed class SubsidyShareTests {
    private static readonly Programme Announced = OnboardingBook.BuiltIn.Programmes[0];

    private static readonly Gen<PriceLine> Line =
        from supplier in Gen.Elements("partner", "conduct")
        from low in Gen.Choose(0, 700_000)
        from more in Gen.Choose(0, 200_000)
        from tax in Gen.Elements(Enum.GetValues<TaxTreatment>())
        from subsidised in Gen.Elements(true, false)
        from charge in Gen.Elements(Enum.GetValues<Charge>())
        select new PriceLine("k", "項目", supplier, low, low + more, tax, subsidised, charge);

    private static readonly Arbitrary<(PriceLine[] Lines, int Percent, Programme Programme)> Cases = (
        from lines in Line.ArrayOf()
        from percent in Gen.Choose(0, 15)
        from cap in Gen.Choose(0, 900_000)
        from rate in Gen.Choose(0, 100)
        select (lines, percent, new Programme("p", "補助金", cap, rate, null, null, []))).ToArbitrary();

    [Fact]
    public void Total_is_subsidy_and_own_share_and_neither_cap_nor_bill_is_ever_passed() => Prop.ForAll(Cases, c => {
        var share = SubsidyShare.Of(c.Lines, c.Percent, c.Programme);
        return Ends(share.Total, share.Subsidised, share.Subsidy, share.Own).All(x => x.Total == x.Subsidy + x.Own && x.Subsidy >= 0 && x.Own >= 0
            && x.Subsidy <= c.Programme.CapYen && x.Subsidy <= x.Subsidised && x.Subsidised <= x.Total);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_low_end_is_never_above_the_high_one() => Prop.ForAll(Cases, c => {
        var share = SubsidyShare.Of(c.Lines, c.Percent, c.Programme);
        return new[] { share.Total, share.Subsidised, share.Subsidy, share.Own }.All(r => r.Low <= r.High) && share.UnstatedTaxYen >= 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_does_not_matter_and_what_is_paid_monthly_does_not_count() => Prop.ForAll(Cases, c =>
        SubsidyShare.Of(c.Lines, c.Percent, c.Programme) == SubsidyShare.Of([.. c.Lines.Reverse().Where(l => l.Charge != Charge.Monthly)], c.Percent, c.Programme)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_that_is_not_subsidised_is_borne_by_the_station_to_the_yen() => Prop.ForAll(Cases, c => {
        var without = SubsidyShare.Of(c.Lines, c.Percent, c.Programme);
        var with = SubsidyShare.Of([.. c.Lines, new("x", "対象外", "somebody", 12_345, 12_345, TaxTreatment.Included, false, Charge.Always)], c.Percent, c.Programme);
        return with.Subsidy == without.Subsidy && with.Own.Low == without.Own.Low + 12_345 && with.Own.High == without.Own.High + 12_345;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_yen_more_never_makes_the_own_share_smaller() => Prop.ForAll(Cases, Gen.Choose(0, 1_500_000).ToArbitrary(), (c, yen) => {
        var (less, more) = (SubsidyShare.Subsidy(yen, c.Programme), SubsidyShare.Subsidy(yen + 1, c.Programme));
        return more - less is 0 or 1;
    }).QuickCheckThrowOnFailure();

    /// <summary>The announcement's figures: 350,000–450,000 and 150,000 without tax against a cap of 429,000.</summary>
    [Fact]
    public void The_first_day_shows_what_a_station_carries_itself() {
        var share = SubsidyShare.Of([.. OnboardingBook.BuiltIn.Prices.Where(p => p.Charge != Charge.Optional)], OnboardingBook.BuiltIn.TaxPercent(new(2024, 7, 5)), Announced);
        Assert.Equal((new YenRange(515_000, 615_000), new YenRange(429_000, 429_000), new YenRange(86_000, 186_000)), (share.Total, share.Subsidy, share.Own));
        Assert.Equal(45_000, share.UnstatedTaxYen);
    }

    [Fact]
    public void A_tax_is_rounded_down_once_a_bill() {
        PriceLine Net(string supplier) => new("k", "項目", supplier, 15, 15, TaxTreatment.Excluded, true, Charge.Always);
        Assert.Equal(33, SubsidyShare.Of([Net("partner"), Net("partner")], 10, Announced).Total.Low);
        Assert.Equal(32, SubsidyShare.Of([Net("partner"), Net("conduct")], 10, Announced).Total.Low);
    }

    private static IEnumerable<(long Total, long Subsidised, long Subsidy, long Own)> Ends(YenRange total, YenRange subsidised, YenRange subsidy, YenRange own) =>
        [(total.Low, subsidised.Low, subsidy.Low, own.Low), (total.High, subsidised.High, subsidy.High, own.High)];
}
