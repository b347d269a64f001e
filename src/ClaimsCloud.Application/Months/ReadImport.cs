using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>How far an import is, and what it says of every row of the file and of the store.</summary>
internal static class ReadImport {
    public static async Task<Results<Ok<ImportDetail>, Refused>> Handle(string month, string importId, TenantScope tenant, CancellationToken stop) =>
        await Find(month, importId, tenant, stop) is { } import ? TypedResults.Ok(import.Detail(importId)) : (Refused)Refusals.NotFound;

    public static async Task<Results<Ok<Page<ImportRow>>, Refused>> Rows(string month, string importId, string? search, int? page, TenantScope tenant, CancellationToken stop) =>
        await Find(month, importId, tenant, stop) is { } import
            ? TypedResults.Ok(await RowPages.Of<ImportRow>(import.RowRows, search, page, r => [r.TableTitle, r.Key, r.Patient], tenant, stop)) : (Refused)Refusals.NotFound;

    public static async Task<Results<Ok<Page<MonthFindingRow>>, Refused>> Findings(string month, string importId, string? search, int? page, TenantScope tenant, CancellationToken stop) =>
        await Find(month, importId, tenant, stop) is { } import
            ? TypedResults.Ok(await RowPages.Of<MonthFindingRow>(import.FindingRows, search, page, f => [f.Code, f.PatientName, f.TableTitle, f.Message], tenant, stop)) : (Refused)Refusals.NotFound;

    private static async Task<MonthImport?> Find(string month, string importId, TenantScope tenant, CancellationToken stop) =>
        DocumentLimits.IsId(importId) && await tenant.Documents.Get(MonthImport.Kind, importId, stop) is { } import && import.Value.Month == month ? import.Value : null;
}
