using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>What a build came to: counts, patients, findings, invoices, reasons.</summary>
internal static class ReadClaimBuild {
    public static async Task<Results<Ok<ClaimBuildDetail>, Refused>> Handle(string month, string buildId, TenantScope tenant, CancellationToken stop) =>
        await Find(month, buildId, tenant, stop) is { } build ? TypedResults.Ok(build.Detail(buildId)) : (Refused)Refusals.NotFound;

    public static async Task<Results<Ok<Page<BuiltPatientRow>>, Refused>> Patients(string month, string buildId, string? search, int? page, TenantScope tenant, CancellationToken stop) =>
        await Find(month, buildId, tenant, stop) is { } build
            ? TypedResults.Ok(await RowPages.Of<BuiltPatientRow>(build.PatientRows, search, page, p => [p.Name, p.Patient], tenant, stop)) : (Refused)Refusals.NotFound;

    public static async Task<Results<Ok<Page<MonthFindingRow>>, Refused>> Findings(string month, string buildId, string? search, int? page, TenantScope tenant, CancellationToken stop) =>
        await Find(month, buildId, tenant, stop) is { } build
            ? TypedResults.Ok(await RowPages.Of<MonthFindingRow>(build.FindingRows, search, page, f => [f.Code, f.PatientName, f.TableTitle, f.Message], tenant, stop)) : (Refused)Refusals.NotFound;

    public static async Task<Results<Ok<IReadOnlyList<InvoiceDetail>>, Refused>> Invoices(string month, string buildId, string? patient, TenantScope tenant, CancellationToken stop) {
        if (await Find(month, buildId, tenant, stop) is not { InvoiceRows: { } blob }) return (Refused)Refusals.NotFound;
        await foreach (var row in new RowsReader<PatientInvoices>(tenant.Blobs, blob).All(stop))
            if (row.Patient == patient) return TypedResults.Ok(row.Invoices);
        return (Refused)Refusals.NotFound;
    }

    public static async Task<Results<Ok<IReadOnlyList<ReasonRow>>, Refused>> Reasons(string fileId, int number, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return (Refused)Refusals.NotFound;
        if (file.Value.Chain is not [{ Kind: Evidence.BuiltKind }, ..] || file.Value.CareRecords is not null) return TypedResults.Ok<IReadOnlyList<ReasonRow>>([]);
        var rows = await new RowsReader<ClaimReasons>(tenant.Blobs, ClaimBuild.ReasonsBlob(fileId)).Read(number - 1, 1, stop);
        return rows is [var claim] ? TypedResults.Ok(claim.Lines) : (Refused)Refusals.NotFound;
    }

    private static async Task<ClaimBuild?> Find(string month, string buildId, TenantScope tenant, CancellationToken stop) =>
        DocumentLimits.IsId(buildId) && await tenant.Documents.Get(ClaimBuild.Kind, buildId, stop) is { } build && build.Value.Month == month ? build.Value : null;
}
