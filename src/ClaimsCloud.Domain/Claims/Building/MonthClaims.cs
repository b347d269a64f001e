using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>What became of a patient's month.</summary>
public enum ClaimFate {
    Built,
    /// <summary>No visit of the month is billed.</summary>
    NothingToBill,
    /// <summary>A finding of 受付不能 keeps the claims back, until the data is right or what was not checked is known.</summary>
    KeptBack,
}

/// <summary>One patient's claims: mostly one, two when the insurer changed inside the month.</summary>
/// <param name="Patient">Key.</param>
/// <param name="Claims">Empty unless built.</param>
public sealed record PatientClaims(string Patient, ClaimFate Fate, IReadOnlyList<BuiltClaim> Claims, IReadOnlyList<BundleFinding> Findings);

/// <summary>Claims of a station's month: calculated, paid for, recorded. A patient with bad data is kept back, the others are not.</summary>
public static class MonthClaims {
    /// <summary>Every patient, in the order of their keys, one after the other.</summary>
    /// <exception cref="ArgumentException">The schedule does not cover the month.</exception>
    public static IEnumerable<PatientClaims> Build(MonthBundle bundle, FeeSchedule schedule) {
        var calculation = new MonthCalculation(bundle, schedule);
        var fees = new FeeRecords(ClaimSpec.Release202406);
        return calculation.Station.Patients.Select(patient => Build(patient, calculation, fees));
    }

    private static PatientClaims Build(Patient patient, MonthCalculation calculation, FeeRecords feeRecords) {
        var month = new PatientMonth(patient, calculation.Station);
        var claims = PayerSplit.Parts(month, calculation.Calculate(month).Lines).Select(p => Claim(p, feeRecords)).ToList();
        return month.Findings.Refused ? new(patient.Key, ClaimFate.KeptBack, [], month.Findings.All)
            : new(patient.Key, claims.Count == 0 ? ClaimFate.NothingToBill : ClaimFate.Built, claims, month.Findings.All);
    }

    private static BuiltClaim Claim(ClaimPart part, FeeRecords feeRecords) {
        var spec = ClaimSpec.Release202406;
        var amounts = new CopayCalculation(part).Run();
        var payers = new PayerRecords(part, amounts, spec);
        var user = new UserRecords(part, spec);
        var records = new List<RecordDraft>(part.Lines.Count + 16);
        payers.AddTo(records);
        new CareRecords(part, spec).AddTo(records);
        records.Add(user.User());
        new MatterRecords(part, user, spec).AddTo(records);
        feeRecords.AddTo(records, part);
        return new(part.Key, part.Month.Patient.Key, part.Scheme?.ReviewOrganization() ?? "1", payers.ClaimType, records, part.Lines, amounts, PatientInvoice.Of(part.Lines.Sum(l => l.Fee.Yen), amounts));
    }
}
