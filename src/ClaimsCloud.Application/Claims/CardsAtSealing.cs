using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Claims;

/// <summary>Whether a file of ours may leave by what オンライン資格確認 says at that moment (decision 014). A file from elsewhere always may: nobody knows whose claims are in it.</summary>
internal static class CardsAtSealing {
    public static async Task<Refusal?> WhyNot(string fileId, ClaimFile file, TenantScope tenant, CancellationToken stop) {
        if (file.Own is not { } own) return null;
        var cards = await CardChecks.Read(tenant, stop);
        var sheets = (await tenant.Sheets(own.Month, stop)).ToDictionary(s => s.Value.Patient, s => s.Value);
        var held = (await Patients(fileId, tenant, stop))
            .Select((patient, index) => (Number: index + 1, IsHeld: sheets.TryGetValue(patient, out var sheet) && cards.Holds(sheet).Any(f => f.Verdict == Verdict.Fail)))
            .Where(c => c.IsHeld).Select(c => c.Number).ToList();
        if (held.Count > 0) return Refusals.ClaimsHeld(held);
        // A file that could not be placed is sealed once more as it was: it left its check behind at the first seal.
        return file.Seal is not null || await AreAsChecked(fileId, file, cards, tenant, stop) ? null : Refusals.AnswersSinceCheck;
    }

    /// <summary>False when an answer said something since the check that it did not know.</summary>
    public static async Task<bool> AreAsChecked(string fileId, ClaimFile file, CardChecks cards, TenantScope tenant, CancellationToken stop) =>
        file.Own is not { } own || file.Check?.CardsTold == cards.Told(own.Month, await Patients(fileId, tenant, stop));

    /// <summary>Of the file's claims, in their order.</summary>
    private static async Task<IReadOnlyList<string>> Patients(string fileId, TenantScope tenant, CancellationToken stop) {
        var patients = new List<string>();
        await foreach (var claim in new RowsReader<OwnClaim>(tenant.Blobs, OwnRecords.Blob(fileId)).All(stop)) patients.Add(claim.Patient);
        return patients;
    }
}
