using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>All rows of a patient, or of the station.</summary>
internal static class ShowSheet {
    public static async Task<IResult> Handle(string month, string? patient, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Sheet(month, patient, stop)).Succeeded(out var sheet, out var refusal)
            ? new RazorComponentResult<SheetPage>(new { Visit = visit, Sheet = sheet })
            : Problems.Page(visit, refusal);
}
