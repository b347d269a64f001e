using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

internal static class ListEdits {
    public static async Task<IResult> Handle(string month, string? patient, string? after, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Edits(month, patient, after, stop)).Succeeded(out var edits, out var refusal)
            ? new RazorComponentResult<EditsPage>(new { Visit = visit, Month = month, Patient = patient, Edits = edits, After = after })
            : Problems.Page(visit, refusal);
}
