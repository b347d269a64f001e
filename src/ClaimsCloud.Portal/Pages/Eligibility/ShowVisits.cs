using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Eligibility;

/// <summary>For the nurse on the way, on a telephone: the day's patients, whose consent is missing, where to give it.</summary>
internal static class ShowVisits {
    public static async Task<IResult> Handle(string? day, Visit visit, EligibilityApi api, CancellationToken stop) =>
        (await api.Visits(day, stop)).Succeeded(out var visits, out var refusal) ? new RazorComponentResult<VisitsPage>(new { Visit = visit, Day = visits }) : Problems.Page(visit, refusal);
}
