using System.Runtime.InteropServices;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Fees.Calculation;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>A fee line and who pays for it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PaidLine(FeeLine Fee, Payers Payers);

/// <summary>The lines of one patient's month that make one claim: one insurer, or public expense alone.</summary>
internal sealed class ClaimPart {
    /// <param name="card">Null: public expense alone.</param>
    /// <param name="publicExpenses">In the order of their KO records, at most four.</param>
    /// <param name="lines">By date.</param>
    public ClaimPart(PatientMonth month, InsuranceCard? card, List<PublicExpenseCertificate> publicExpenses, List<PaidLine> lines) {
        (Month, Card, PublicExpenses, Lines) = (month, card, publicExpenses, lines);
        Scheme = card is null ? null : InsuranceSchemes.Of(card.InsurerNumber);
        IsSenior = Scheme == InsuranceScheme.LatterStage || AgeBand.IsSenior(month.Patient.BirthDate, month.Station.Month);
        Key = ClaimKey.Of(month.Station.Bundle.Station.Key, month.Patient.Key, month.Station.Month, card?.Key ?? "");
        Reduction = Array.Find(month.Station.Rows.Reductions[month.Patient.Key], r => month.Station.Meets(r.From, r.Until));
        Limit = new(this);
    }

    public PatientMonth Month { get; }
    public InsuranceCard? Card { get; }
    public List<PublicExpenseCertificate> PublicExpenses { get; }
    public List<PaidLine> Lines { get; }
    public InsuranceScheme? Scheme { get; }
    public bool IsSenior { get; }
    public string Key { get; }
    public CopayReduction? Reduction { get; }
    public PatientLimit Limit { get; }

    public static Payers PublicAt(int index) => (Payers)((int)Payers.FirstPublic << index);

    public int TotalOf(Payers payer) {
        var yen = 0;
        foreach (var line in Lines)
            if ((line.Payers & payer) != Payers.None) yen += line.Fee.Yen;
        return yen;
    }

    /// <summary>Of that what the insurer pays for as well.</summary>
    public int InsuredTotalOf(Payers payer) {
        var yen = 0;
        foreach (var line in Lines)
            if ((line.Payers & payer) != Payers.None && (line.Payers & Payers.Insurer) != Payers.None) yen += line.Fee.Yen;
        return yen;
    }

    /// <summary>実日数: days with a visit; a line of another day does not count.</summary>
    public int DaysOf(Payers payer) {
        var (days, counted) = (0, DateOnly.MinValue);
        foreach (var line in Lines) {
            if ((line.Payers & payer) == Payers.None || line.Fee.Date == counted || !Month.IsVisitDay(line.Fee.Date)) continue;
            counted = line.Fee.Date;
            days++;
        }
        return days;
    }
}
