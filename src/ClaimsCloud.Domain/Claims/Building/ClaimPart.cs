using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>A fee line and who pays for it.</summary>
public sealed record PaidLine(FeeLine Fee, Payers Payers);

/// <summary>The lines of one patient's month that make one claim: one insurer, or public expense alone.</summary>
/// <param name="Card">Null: public expense alone.</param>
/// <param name="PublicExpenses">In the order of their KO records, at most four.</param>
/// <param name="VisitDates">Days with a visit: 実日数 counts them, other lines do not.</param>
internal sealed record ClaimPart(PatientMonth Month, InsuranceCard? Card, IReadOnlyList<PublicExpenseCertificate> PublicExpenses, IReadOnlyList<PaidLine> Lines, IReadOnlySet<DateOnly> VisitDates) {
    public InsuranceScheme? Scheme => Card is null ? null : InsuranceSchemes.Of(Card.InsurerNumber);

    public bool IsSenior => Scheme == InsuranceScheme.LatterStage || AgeBand.IsSenior(Month.Patient.BirthDate, Month.Station.Month);

    public CopayReduction? Reduction => Month.Station.Rows.Reductions[Month.Patient.Key]
        .Where(r => Period.Meets(r.From, r.Until, Month.Station.Month.FirstDay, Month.Station.Month.LastDay)).MinBy(r => r.Key, StringComparer.Ordinal);

    public static Payers PublicAt(int index) => (Payers)((int)Payers.FirstPublic << index);

    public IEnumerable<PaidLine> LinesOf(Payers payer) => Lines.Where(l => (l.Payers & payer) != Payers.None);

    public int TotalOf(Payers payer) => LinesOf(payer).Sum(l => l.Fee.Yen);

    /// <summary>Of that what the insurer pays for as well.</summary>
    public int InsuredTotalOf(Payers payer) => LinesOf(payer).Where(l => (l.Payers & Payers.Insurer) != Payers.None).Sum(l => l.Fee.Yen);

    public int DaysOf(Payers payer) => LinesOf(payer).Select(l => l.Fee.Date).Distinct().Count(VisitDates.Contains);

    /// <summary>All payers in the order of 別表23.</summary>
    public IEnumerable<Payers> AllPayers => (Card is null ? [] : new[] { Payers.Insurer }).Concat(PublicExpenses.Select((_, i) => PublicAt(i)));
}
