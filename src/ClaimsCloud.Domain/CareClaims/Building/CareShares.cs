using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Amounts;

namespace ClaimsCloud.Domain.CareClaims.Building;

/// <summary>Who pays which yen of a claim.</summary>
internal static class CareShares {
    /// <param name="units">Units of each programme, in the order of use.</param>
    /// <returns>The programmes, and what is left to the person.</returns>
    public static (List<CarePublicShare> Publics, long UserYen) Split(long cost, long insurance, int coveredPercent, long benefitUnits, int price100,
        IReadOnlyList<PublicExpenseCertificate> certificates, IReadOnlyList<long> units) {
        var rest = cost - insurance;
        var shares = new List<CarePublicShare>();
        for (var k = 0; k < certificates.Count; k++) {
            var percent = CarePublicExpense.Find(certificates[k].PayerNumber[..2])!.Percent;
            var paid = Math.Min(units[k], benefitUnits);
            // What the programmes before left to the person is what the next one finds, and it counts no more as theirs.
            var left = k == 0 ? 0 : shares[^1].OwnYen;
            var benefit = k == 0 || left == 0 ? CareYen.Public(paid, benefitUnits, price100, percent, coveredPercent, rest) : left;
            if (left > 0) shares[^1] = shares[^1] with { OwnYen = 0 };
            var own = Own(certificates[k], benefit, CareYen.Cost(paid, price100));
            shares.Add(new(certificates[k], percent, paid, benefit - own, own));
            if (left == 0) rest -= benefit;
            coveredPercent = Math.Max(coveredPercent, percent);
        }
        return (shares, rest);
    }

    /// <summary>公費分本人負担: the certificate's ratio or amount, never more than what is left of the month's cap or of the programme's part.</summary>
    private static long Own(PublicExpenseCertificate certificate, long benefit, long cost) {
        var cap = certificate.MonthlyCapYen is { } yen ? Math.Max(0, yen - certificate.UsedElsewhereYen) : (long?)null;
        if (certificate.SharePercent == 0 && cap is null) return 0;
        var share = certificate.SharePercent == 0 ? benefit : Math.Min(benefit, cost * certificate.SharePercent / 100);
        return cap is { } most ? Math.Min(share, most) : share;
    }
}
