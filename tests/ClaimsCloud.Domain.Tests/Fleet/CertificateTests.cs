using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Domain.Tests.Fleet;

public sealed class CertificateTests {
    private static readonly DateOnly Today = new(2026, 11, 29);

    /// <summary>Truth is counted in the plainest way there is: each certificate beside each month.</summary>
    [Fact]
    public void Three_hundred_certificates_over_eighteen_months_are_forecast_as_they_end() {
        var random = new Random(7);
        List<KnownCertificate> certificates = [.. Enumerable.Range(0, 300).Select(n => new KnownCertificate($"s{n}", n % 3 == 0 ? CertificateKind.Care : CertificateKind.Claims, Today.AddDays(random.Next(-40, 600))))];
        var forecast = CertificateForecast.Of(certificates, Today, 18);
        Assert.Equal(18, forecast.Months.Count);
        foreach (var month in forecast.Months) {
            var ending = certificates.Where(c => c.Ends >= Today && c.Ends.Year == month.Month.Year && c.Ends.Month == month.Month.Month).ToList();
            Assert.Equal((ending.Count(c => c.Kind == CertificateKind.Claims), ending.Count(c => c.Kind == CertificateKind.Care)), (month.Claims, month.Care));
        }
        Assert.Equal(certificates.Count(c => c.Ends < Today), forecast.Ended);
        Assert.Equal(300, forecast.Ended + forecast.Later + forecast.Months.Sum(m => m.Claims + m.Care));
    }

    [Fact]
    public void A_renewed_certificate_leaves_its_month() {
        KnownCertificate old = new("a", CertificateKind.Claims, new(2027, 2, 10)), renewed = old with { Ends = new(2030, 5, 10) };
        Assert.Equal(1, CertificateForecast.Of([old], Today, 18).Months[3].Claims);
        var after = CertificateForecast.Of([renewed], Today, 18);
        Assert.Equal((0, 1), (after.Months.Sum(m => m.Claims), after.Later));
    }

    [Fact]
    public void A_renewal_opens_120_days_ahead_or_on_the_13th_and_is_never_due_in_the_billing_days() {
        for (var ends = new DateOnly(2027, 1, 1); ends < new DateOnly(2029, 1, 1); ends = ends.AddDays(1)) {
            var certificate = new KnownCertificate("a", CertificateKind.Claims, ends);
            var opens = certificate.RenewalOpens;
            Assert.False(BillingDays.Contains(opens) || BillingDays.Contains(certificate.ChangeBy), $"{ends}");
            var wanted = ends.AddDays(-120);
            Assert.Equal(wanted.Day > 12 ? wanted : new DateOnly(wanted.Year, wanted.Month, 13), opens);
            Assert.True(opens < certificate.ChangeBy && certificate.ChangeBy <= ends.AddDays(-14));
        }
    }

    [Fact]
    public void Both_kinds_have_their_length() => Assert.Equal((39, 12), (CertificateRule.Of(CertificateKind.Claims).Months, CertificateRule.Of(CertificateKind.Care).Months));
}
