using ClaimsCloud.Domain.Copay;

namespace ClaimsCloud.Domain.Tests.Copay;

public sealed class PublicExpenseProgrammeTests {
    [Fact]
    public void The_order_is_that_of_the_manual() =>
        Assert.Equal("13 14 18 29 30 11 21 15 16 24 28 19 52 54 51 38 53 66 62 25 12", string.Join(' ', PublicExpenseProgramme.All.Select(p => p.Law)));

    [Fact]
    public void A_ratio_stands_only_with_a_share_by_ratio() =>
        Assert.All(PublicExpenseProgramme.All, p => Assert.Equal(p.Share == PatientShareKind.RatioUpToCap, p.RatioPercent is not null));

    [Fact]
    public void A_programme_of_a_local_government_is_not_in_the_list() => Assert.Null(PublicExpenseProgramme.Find("80"));
}
