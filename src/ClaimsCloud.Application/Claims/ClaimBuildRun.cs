using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Claims.Building;

namespace ClaimsCloud.Application.Claims;

/// <summary>A build under way: takes patients one after the other, and keeps of them what goes into rows and files.</summary>
internal sealed class ClaimBuildRun(string buildId, ClaimBuild build, MonthBundle bundle, TenantScope tenant, CancellationToken stop) : IAsyncDisposable {
    private readonly RowsWriter<BuiltPatientRow> patients = new(tenant.Blobs, ClaimBuild.RowsFolder(buildId) + "patients", stop);
    private readonly RowsWriter<MonthFindingRow> findings = new(tenant.Blobs, ClaimBuild.RowsFolder(buildId) + "findings", stop);
    private readonly RowsWriter<PatientInvoices> invoices = new(tenant.Blobs, ClaimBuild.RowsFolder(buildId) + "invoices", stop);
    private readonly Dictionary<string, PayerFile> files = new(StringComparer.Ordinal);
    private readonly List<CareClaim> careFile = [];
    private readonly Dictionary<string, string> names = bundle.Patients.ToDictionary(p => p.Key, p => p.Name);
    private int keptBack;
    private long totalYen;
    private long patientYen;

    public async Task Report(IEnumerable<BundleFinding> found) {
        foreach (var finding in found) await findings.Add(MonthFindings.Row(finding, names.GetValueOrDefault), stop);
    }

    /// <param name="before">What the records' own check said: it keeps a patient back as the calculation does.</param>
    /// <param name="known">What the records say beside a claim, by its key.</param>
    /// <param name="care">A visit that may be the other insurance's keeps the patient back from both.</param>
    public async Task Add(PatientClaims patient, CareBuild care, IReadOnlyList<BundleFinding> before, Func<string, PatientContext> known) {
        var (cared, refused) = (care.Of(patient.Patient), before.Any(f => f.Patient == patient.Patient && f.KeepsBack));
        await Report(patient.Findings);
        await Report(cared?.Findings ?? []);
        var fate = refused || cared?.Findings.Any(CareBuildRules.IsAboutBothInsurances) == true ? ClaimFate.KeptBack : patient.Fate;
        var claims = fate == ClaimFate.Built && build.Only != ClaimBuild.CareOnly ? patient.Claims : [];
        var careClaims = refused || build.Only == ClaimBuild.MedicalOnly ? [] : cared?.Claims ?? [];
        if (fate == ClaimFate.KeptBack || cared?.IsKeptBack == true) keptBack++;
        careFile.AddRange(careClaims);
        foreach (var claim in claims) FileOf(claim.ReviewOrganization).Add(claim, known(claim.Key));
        var (total, payable) = (claims.Sum(c => (long)c.Invoice.TotalYen) + careClaims.Sum(c => c.CostYen), claims.Sum(c => (long)c.Invoice.PayableYen) + careClaims.Sum(c => c.PayableYen));
        (totalYen, patientYen) = (totalYen + total, patientYen + payable);
        await patients.Add(new(patient.Patient, names[patient.Patient], NameOf(fate), claims.Count + careClaims.Count, total, payable, patient.Findings.Count + (cared?.Findings.Count ?? 0) + before.Count(f => f.Patient == patient.Patient)) {
            Care = cared is null ? null : refused || cared.IsKeptBack ? "kept-back" : careClaims.Count > 0 ? "built" : "nothing-to-bill",
        }, stop);
        if (claims.Count + careClaims.Count == 0) return;
        await invoices.Add(new(patient.Patient, [.. claims.Select(c => Invoices.Of(c, bundle, names[patient.Patient])), .. careClaims.Select(c => Invoices.Of(c, bundle, names[patient.Patient]))]), stop);
    }

    public async Task<(ClaimBuild Build, IReadOnlyList<(string FileId, ClaimFile File)> Files)> Finish(CareBuild? care, ClaimBuildState state, IReadOnlyList<HeldStandard> standards) {
        await patients.Finish(stop);
        await findings.Finish(stop);
        await invoices.Finish(stop);
        var stored = new List<(string, ClaimFile)>();
        foreach (var (_, file) in files.OrderBy(f => f.Key, StringComparer.Ordinal)) stored.Add((file.FileId, await file.Store(build, standards, stop)));
        var folder = ClaimBuild.RowsFolder(buildId);
        List<BuiltFileRow> made = [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new BuiltFileRow(f.Value.FileId, f.Key, f.Value.Claims))];
        if (care is not null && careFile.Count > 0) {
            var file = new CareFile($"{buildId}-{ClaimFile.CarePayer}", care, careFile, tenant);
            stored.Add((file.FileId, await file.Store(build, stop)));
            made.Add(new(file.FileId, ClaimFile.CarePayer, file.Claims));
        }
        return (build with {
            State = state, Claims = made.Sum(f => f.Claims), KeptBack = keptBack, TotalYen = totalYen, PatientYen = patientYen, Findings = findings.Count,
            PatientRows = folder + "patients", FindingRows = folder + "findings", InvoiceRows = folder + "invoices",
            Files = made,
        }, stored);
    }

    public async ValueTask DisposeAsync() {
        await patients.DisposeAsync();
        await findings.DisposeAsync();
        await invoices.DisposeAsync();
        foreach (var file in files.Values) await file.DisposeAsync();
    }

    private PayerFile FileOf(string payer) => files.TryGetValue(payer, out var file) ? file : files[payer] = new($"{buildId}-{payer}", bundle, payer, tenant);

    private static string NameOf(ClaimFate fate) => fate switch { ClaimFate.Built => "built", ClaimFate.NothingToBill => "nothing-to-bill", _ => "kept-back" };
}
