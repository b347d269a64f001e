using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>A station has some hundred patients: a search looks at each.</summary>
internal static class ListPatients {
    public static async Task<Results<Ok<Page<PatientRow>>, Refused>> Handle(string month, string? search, int? page, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is null) return (Refused)Refusals.NotFound;
        var patients = (await tenant.Sheets(month, stop)).Where(s => !s.Value.IsStation).Select(s => new PatientRow(s.Value.Patient, s.Value.Name, s.Value.Kana, s.Value.Visits));
        return TypedResults.Ok(MonthPages.Of(patients, search, page, p => [p.Name, p.Kana, p.Patient]));
    }
}
