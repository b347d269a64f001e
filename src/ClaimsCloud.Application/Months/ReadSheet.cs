using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>All rows of a patient or of the station, with what is wrong with them.</summary>
internal static class ReadSheet {
    public static async Task<Results<Ok<SheetDetail>, Refused>> Handle(string month, string? patient, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is not { } stored || await tenant.Sheet(month, patient, stop) is not { } sheet
            || await tenant.Sheet(month, null, stop) is not { } station) return (Refused)Refusals.NotFound;
        var rows = sheet.Value.IsStation ? sheet.Value.Rows : [.. station.Value.Rows, .. sheet.Value.Rows];
        var findings = BundleCheck.Run(BundleRows.ToBundle(rows)).Where(f => f.Patient == sheet.Value.Patient).Select(f => MonthFindings.Row(f, _ => sheet.Value.Name));
        return TypedResults.Ok(new SheetDetail(month, stored.Value.State, patient, sheet.Value.IsStation ? "ステーションの記録" : sheet.Value.Name, sheet.Value.Revision,
            SheetViews.Tables(sheet.Value, station.Value.Rows), [.. findings]));
    }
}
