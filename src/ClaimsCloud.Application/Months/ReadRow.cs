using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>One row as a form; without a key an empty one. A patient who is not there yet has no sheet.</summary>
internal static class ReadRow {
    public static async Task<Results<Ok<RowForm>, Refused>> Handle(string month, string? table, string? patient, string? key, TenantScope tenant, CancellationToken stop) {
        if (BundleTables.Find(table ?? "") is not { } known || await tenant.Month(month, stop) is null || await tenant.Sheet(month, null, stop) is not { } station) return (Refused)Refusals.NotFound;
        if (known.IsPatients && string.IsNullOrEmpty(patient)) return TypedResults.Ok(SheetViews.Form(month, known, null, null, 0, station.Value.Rows));
        if (known.OfPatients == string.IsNullOrEmpty(patient) || await tenant.Sheet(month, patient, stop) is not { } sheet) return (Refused)Refusals.NotFound;
        var row = sheet.Value.Rows.FirstOrDefault(r => r.Table == table && (r.Key == key || SheetViews.IsSingle(known)));
        if (row is null && (!string.IsNullOrEmpty(key) || SheetViews.IsSingle(known))) return (Refused)Refusals.NotFound;
        return TypedResults.Ok(SheetViews.Form(month, known, patient, row, sheet.Value.Revision, [.. sheet.Value.Rows, .. station.Value.Rows]));
    }
}
