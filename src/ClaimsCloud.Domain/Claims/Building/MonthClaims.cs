using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Fees.Calculation;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims.Building;

/// <summary>What became of a patient's month.</summary>
/// <param name="Patient">Key.</param>
/// <param name="Claims">Empty when nothing is billed or <paramref name="Findings"/> keep the claims back.</param>
public sealed record PatientClaims(string Patient, IReadOnlyList<BuiltClaim> Claims, IReadOnlyList<BundleFinding> Findings) {
    public bool KeptBack => Findings.Any(f => f.KeepsBack);
}

/// <summary>Claims of a station's month: calculated, paid for, recorded. A patient with bad data is kept back, the others are not.</summary>
public static class MonthClaims {
    /// <summary>Every patient, in the order of their keys, one after the other.</summary>
    /// <exception cref="ArgumentException">The schedule does not cover the month.</exception>
    public static IEnumerable<PatientClaims> Build(MonthBundle bundle, FeeSchedule schedule) {
        var calculation = new MonthCalculation(bundle, schedule);
        return calculation.Station.Patients.Select(patient => Build(patient, calculation));
    }

    private static PatientClaims Build(Patient patient, MonthCalculation calculation) {
        var month = new PatientMonth(patient, calculation.Station);
        var fees = calculation.Calculate(month);
        var claims = PayerSplit.Parts(month, fees.Lines).Select(Claim).ToList();
        var result = new PatientClaims(patient.Key, claims, month.Findings.All);
        return result.KeptBack ? result with { Claims = [] } : result;
    }

    private static BuiltClaim Claim(ClaimPart part) {
        var spec = ClaimSpec.Release202406;
        var amounts = new CopayCalculation(part).Run();
        var payers = new PayerRecords(part, amounts, spec);
        var user = new UserRecords(part, spec);
        List<RecordDraft> records = [.. payers.All(), .. new CareRecords(part, spec).All(), user.User(), .. new MatterRecords(part, user, spec).All(), .. FeeRecords.All(part, spec)];
        var station = part.Month.Station;
        return new(ClaimKey.Of(station.Bundle.Station.Key, part.Month.Patient.Key, station.Month, part.Card?.Key ?? ""), part.Month.Patient.Key,
            part.Scheme?.ReviewOrganization() ?? "1", payers.ClaimType, records, part.Lines, amounts, PatientInvoice.Of(part.Lines.Sum(l => l.Fee.Yen), amounts));
    }
}
