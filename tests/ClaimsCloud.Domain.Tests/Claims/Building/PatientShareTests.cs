using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Claims.Building;
using ClaimsCloud.Testing.Bundles;

namespace ClaimsCloud.Domain.Tests.Claims.Building;

/// <summary>Ratio, limits, programmes and the rounding at the counter.</summary>
public sealed class PatientShareTests {
    [Theory, InlineData(0, 0), InlineData(4, 0), InlineData(5, 10), InlineData(3964, 3960), InlineData(3966, 3970)]
    public void Under_ten_yen_is_rounded_half_up(int exact, int payable) => Assert.Equal(payable, PatientInvoice.ToTenYen(exact));

    [Fact]
    public void The_plain_share_is_the_ratio_and_is_not_recorded() {
        var claim = Built(p => p.Visit(3).Visit(5));
        Assert.Equal(5550 + 5550 + 7670 + 3000, claim.Invoice.TotalYen);
        Assert.Equal((6531, 6530), (claim.Invoice.ExactYen, claim.Invoice.PayableYen));
        Assert.Null(claim.Amounts.Insurer!.CopayYen);
    }

    [Fact]
    public void A_reached_limit_is_recorded_with_its_class() {
        var scene = Busy(p => p.Limits.Add(new() { Key = "限度額", Patient = p.Key, From = new(2024, 1, 1), Class = LimitClass.E }));
        var claim = Assert.Single(Assert.Single(BuiltFile.Claims(scene.Bundle)).Claims);
        Assert.Equal((LimitReached.Usual, 35_400, 35_400), (claim.Amounts.Limit, claim.Amounts.Insurer!.CopayYen, claim.Invoice.PayableYen));
        Assert.Equal("30", Assert.Single(BuiltFile.Lines(scene.Bundle, "RE")).Split(',')[11]);
        Assert.StartsWith("MF,01,", Assert.Single(BuiltFile.Lines(scene.Bundle, "MF")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_of_the_75th_birthday_halves_the_limit() {
        var scene = Busy(p => p.But(b => b with { BirthDate = new(1949, 6, 10) }).Insured(c => c with { BenefitPercent = 80 }));
        var claim = Assert.Single(Assert.Single(BuiltFile.Claims(scene.Bundle)).Claims);
        Assert.Equal(9_000, claim.Amounts.Insurer!.CopayYen);
        Assert.Equal("2129", Assert.Single(BuiltFile.Lines(scene.Bundle, "RE")).Split(',')[11]);
    }

    [Fact]
    public void A_reduction_of_half_halves_what_is_left_after_the_limit() {
        var scene = Busy(p => {
            p.Limits.Add(new() { Key = "限度額", Patient = p.Key, From = new(2024, 1, 1), Class = LimitClass.E });
            p.Reductions.Add(new() { Key = "減額", Patient = p.Key, From = new(2024, 1, 1), Kind = "1", Percent = 50 });
        });
        var insurer = Assert.Single(BuiltFile.Lines(scene.Bundle, "HO")).Split(',');
        Assert.Equal(["17700", "1", "50", ""], insurer[8..12]);
    }

    [Fact]
    public void A_programme_takes_the_share_down_to_its_own_and_to_what_is_left_of_its_cap() {
        var claim = Built(p => p.Public(SixtyPatients.Number("5413600"), c => c with { SharePercent = 20, MonthlyCapYen = 5_000, UsedElsewhereYen = 3_800 }).Visit(3).Visit(5));
        Assert.Equal((1_200, 1_200), (Assert.Single(claim.Amounts.PublicExpenses).CopayYen, claim.Invoice.PayableYen));
        Assert.Equal("6122", claim.ClaimType);
    }

    [Fact]
    public void Welfare_alone_pays_all_and_its_claim_has_no_insurer() {
        var claim = Built(p => {
            p.Public(SixtyPatients.Number("1213600")).Visit(3);
            p.Cards.Clear();
        });
        Assert.Equal(("6212", 0, "1"), (claim.ClaimType, claim.Invoice.PayableYen, claim.ReviewOrganization));
        Assert.Null(claim.Amounts.Insurer);
    }

    [Fact]
    public void A_programme_for_psychiatric_visits_pays_only_for_them() {
        var claim = Built(p => p.Public(SixtyPatients.Number("2113600"), c => c with { SharePercent = 10, Scope = PublicExpenseScope.Psychiatric }).Visit(3).Psychiatric(5), "1606");
        Assert.Equal((5550, 3000 + 5550), (claim.Lines.Where(l => l.Fee.Date.Day == 3).Min(l => l.Fee.Yen), claim.Amounts.PublicExpenses[0].TotalYen));
        // 30 % of what the programme does not pay for, 10 % of what it does.
        Assert.Equal(((5550 + 7670) * 3 / 10) + ((5550 + 3000) / 10), claim.Invoice.ExactYen);
    }

    [Fact]
    public void The_part_of_a_limit_that_a_programme_takes_is_its_own_limit() {
        // 手引き p.10 例1, with the amounts of this month: the programme covers all but the first days.
        var scene = Busy(p => {
            p.Limits.Add(new() { Key = "限度額", Patient = p.Key, From = new(2024, 1, 1), Class = LimitClass.C });
            p.Public(SixtyPatients.Number("5413600"), c => c with { From = p.Day(4), SharePercent = 20, MonthlyCapYen = 750 });
        });
        var claim = Assert.Single(Assert.Single(BuiltFile.Claims(scene.Bundle)).Claims);
        var (total, covered) = (claim.Amounts.Insurer!.TotalYen, claim.Amounts.PublicExpenses[0].TotalYen);
        static int Limit(int cost) => 80_100 + (((cost - 267_000) + 50) / 100);
        Assert.Equal((Limit(total), Limit(covered), 750), (claim.Amounts.Insurer.CopayYen, claim.Amounts.PublicExpenses[0].CoveredCopayYen, claim.Amounts.PublicExpenses[0].CopayYen));
        Assert.Equal(Limit(total) - Limit(covered) + 750, claim.Invoice.ExactYen);
    }

    [Fact]
    public void Where_the_limit_is_not_known_the_claim_is_kept_back() {
        var scene = Busy(p => p.Limits.Add(new() { Key = "限度額", Patient = p.Key, From = new(2024, 1, 1), Class = LimitClass.A }), 2026, 8);
        var patient = Assert.Single(BuiltFile.Claims(scene.Bundle));
        Assert.Equal(ClaimFate.KeptBack, patient.Fate);
        Assert.Contains(patient.Findings, f => f.Code == "L02a");
    }

    [Theory]
    [InlineData(2018, 4, 1, "6112"), InlineData(2018, 4, 2, "6114"), InlineData(1954, 5, 1, "6118"), InlineData(1954, 6, 1, "6118"), InlineData(1954, 6, 2, "6112")]
    public void The_claim_type_follows_the_age(int year, int month, int day, string type) =>
        Assert.Equal(type, Built(p => p.But(b => b with { BirthDate = new(year, month, day) }).Insured(c => c with { BenefitPercent = 80 }).Visit(3)).ClaimType);

    private static BuiltClaim Built(Action<PatientScene> tell, params string[] standards) {
        var scene = new StationScene(2024, 6).Files(["1617", .. standards]);
        tell(scene.Patient("患者"));
        return Assert.Single(Assert.Single(BuiltFile.Claims(scene.Bundle)).Claims);
    }

    private static StationScene Busy(Action<PatientScene> tell, int year = 2024, int month = 6) {
        var scene = new StationScene(year, month).Files("1617");
        var patient = scene.Patient("患者").With("001");
        tell(patient);
        for (var day = 1; day <= 30; day++) patient.Visit(day).Visit(day, from: "16:00");
        return scene;
    }
}
