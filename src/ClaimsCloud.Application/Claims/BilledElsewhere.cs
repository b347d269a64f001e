using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Claims;

/// <summary>What the station billed from April of the fiscal year to the month before, by patient: of each month the files that were sealed, or else those made last.</summary>
internal sealed class BilledElsewhere {
    private const string KeptBack = "kept-back";

    private readonly Dictionary<string, List<BilledFee>> billed = new(StringComparer.Ordinal);

    /// <summary>Months that were not built here, with nobody in the set, and those of which a patient's claims were kept back.</summary>
    private readonly List<(ServiceMonth Month, HashSet<string>? KeptBack)> unsure = [];

    public static async Task<BilledElsewhere> Before(ServiceMonth month, TenantScope tenant, CancellationToken stop) {
        var all = new BilledElsewhere();
        var april = ServiceMonth.Of(month.Month < 4 ? month.Year - 1 : month.Year, 4);
        // A week may cross the end of March.
        for (var earlier = april < month ? april : month.Plus(-1); earlier < month; earlier = earlier.Plus(1)) await all.Read(earlier, tenant, stop);
        return all;
    }

    /// <summary>Null when a month in which the patient was visited is not known.</summary>
    public IReadOnlyList<BilledFee>? Of(Patient patient) {
        var first = ServiceMonth.Of(patient.ServiceStart.Year, patient.ServiceStart.Month);
        return unsure.Exists(u => u.Month >= first && u.KeptBack?.Contains(patient.Key) is null or true) ? null : billed.GetValueOrDefault(patient.Key, []);
    }

    private async Task Read(ServiceMonth month, TenantScope tenant, CancellationToken stop) {
        if (await Build(month, tenant, stop) is not { PatientRows: { } patients } build) {
            unsure.Add((month, null));
            return;
        }
        var keptBack = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var patient in new RowsReader<Contracts.BuiltPatientRow>(tenant.Blobs, patients).All(stop))
            if (patient.Fate == KeptBack) keptBack.Add(patient.Patient);
        if (keptBack.Count > 0) unsure.Add((month, keptBack));
        foreach (var file in build.Files.Where(f => f.Payer != ClaimFile.CarePayer))
            await foreach (var claim in new RowsReader<OwnClaim>(tenant.Blobs, OwnRecords.Blob(file.FileId)).All(stop)) {
                if (!billed.TryGetValue(claim.Patient, out var fees)) billed[claim.Patient] = fees = [];
                fees.AddRange(claim.Billed);
            }
    }

    private static async Task<ClaimBuild?> Build(ServiceMonth month, TenantScope tenant, CancellationToken stop) {
        var builds = (await tenant.Documents.Query(ClaimBuild.NewestOf(month.ToString()), stop)).Items.Select(b => b.Value).Where(b => b is { State: Contracts.ClaimBuildState.Done, Only: not ClaimBuild.CareOnly }).ToList();
        foreach (var build in builds)
            foreach (var file in build.Files.Where(f => f.Payer != ClaimFile.CarePayer))
                if (await tenant.Documents.Get(ClaimFile.Kind, file.FileId, stop) is { Value.Seal: not null }) return build;
        return builds.FirstOrDefault();
    }
}
