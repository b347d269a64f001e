using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fleet;

public enum CertificateKind {
    /// <summary>オンライン請求・資格確認 of the terminal.</summary>
    Claims,
    /// <summary>介護.</summary>
    Care,
}

/// <param name="Months">From issue to the last day.</param>
/// <param name="RenewalDays">How long before its end the renewal begins.</param>
public sealed record CertificateRule(CertificateKind Kind, string Title, int Months, int RenewalDays) {
    private static readonly Dictionary<CertificateKind, CertificateRule> Rules = DataFile.Rows("desk/certificates.csv")
        .Select(r => new CertificateRule(Words.Read<CertificateKind>(r["kind"]), r["title"], r.Number("months"), r.Number("renewal-days"))).ToDictionary(r => r.Kind);

    public static CertificateRule Of(CertificateKind kind) => Rules[kind];
}

/// <param name="Ends">Last day on which it works.</param>
public sealed record KnownCertificate(string StationId, CertificateKind Kind, DateOnly Ends) {
    /// <summary>The day on which the renewal job is opened: <see cref="CertificateRule.RenewalDays"/> before the end, or the 13th where that falls into the billing days.</summary>
    public DateOnly RenewalOpens => BillingDays.After(Ends.AddDays(-CertificateRule.Of(Kind).RenewalDays));

    /// <summary>The last day for the change that is not a billing day and leaves two weeks.</summary>
    public DateOnly ChangeBy => BillingDays.Before(Ends.AddDays(-14));
}

/// <summary>The 1st to the 12th of a month: no work on a certificate.</summary>
public static class BillingDays {
    private const int Last = 12;

    public static bool Contains(DateOnly day) => day.Day <= Last;

    public static DateOnly After(DateOnly day) => Contains(day) ? new(day.Year, day.Month, Last + 1) : day;

    public static DateOnly Before(DateOnly day) => Contains(day) ? day.AddDays(-day.Day) : day;
}

/// <param name="Month">Its first day.</param>
/// <param name="Claims">Stations whose certificate of <see cref="CertificateKind.Claims"/> ends in it.</param>
public sealed record ForecastMonth(DateOnly Month, int Claims, int Care);

/// <param name="Ended">Certificates that have ended already.</param>
/// <param name="Later">Those that end after the last month.</param>
public sealed record CertificateForecast(int Ended, IReadOnlyList<ForecastMonth> Months, int Later) {
    /// <summary>A certificate that ends today still counts in its month. Each is counted once.</summary>
    public static CertificateForecast Of(IEnumerable<KnownCertificate> certificates, DateOnly today, int months) {
        var first = new DateOnly(today.Year, today.Month, 1);
        var counts = new int[months, 2];
        var (ended, later) = (0, 0);
        foreach (var certificate in certificates) {
            var month = (certificate.Ends.Year - first.Year) * 12 + certificate.Ends.Month - first.Month;
            if (certificate.Ends < today) ended++;
            else if (month >= months) later++;
            else counts[month, (int)certificate.Kind]++;
        }
        return new(ended, [.. Enumerable.Range(0, months).Select(m => new ForecastMonth(first.AddMonths(m), counts[m, 0], counts[m, 1]))], later);
    }
}
