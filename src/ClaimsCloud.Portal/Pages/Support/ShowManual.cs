using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Support;

/// <summary>The pages that answers of the desk rest on; the same for station and desk.</summary>
internal static class ShowManual {
    public static async Task<IResult> Handle(Visit visit, SupportApi api, CancellationToken stop) =>
        (await api.Manual(stop)).Succeeded(out var pages, out var refusal) ? new RazorComponentResult<ManualPage>(new { Visit = visit, Pages = pages }) : Problems.Page(visit, refusal);
}
