using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Everything that is wrong in a month, worst first: what keeps claims back stands at the top.</summary>
internal static class ListMonthFindings {
    public static async Task<Results<Ok<Page<MonthFindingRow>>, Refused>> Handle(string month, string? search, int? page, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is null) return (Refused)Refusals.NotFound;
        var sheets = await tenant.Sheets(month, stop);
        var names = sheets.Where(s => !s.Value.IsStation).ToDictionary(s => s.Value.Patient, s => s.Value.Name);
        var findings = BundleCheck.Run(BundleRows.ToBundle(sheets.Rows())).Select(f => MonthFindings.Row(f, names.GetValueOrDefault)).OrderByDescending(f => f.KeepsBack);
        return TypedResults.Ok(MonthPages.Of(findings, search, page, f => [f.Code, f.PatientName, f.TableTitle, f.Message]));
    }
}
