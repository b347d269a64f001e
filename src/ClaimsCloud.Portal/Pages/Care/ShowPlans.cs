using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Care;

/// <summary>予定と実績: the plan of the care managers beside what was done, and who pays for visits that are not clear.</summary>
internal static class ShowPlans {
    public static async Task<IResult> Handle(string month, Visit visit, CareApi api, CancellationToken stop) =>
        (await api.Plans(month, stop)).Succeeded(out var plans, out var refusal) ? new RazorComponentResult<PlansPage>(new { Visit = visit, Plans = plans }) : Problems.Page(visit, refusal);
}
