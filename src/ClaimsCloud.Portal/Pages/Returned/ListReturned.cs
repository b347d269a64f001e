using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Returned;

internal static class ListReturned {
    public static async Task<IResult> Handle(string? after, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.ReturnFiles(after, stop)).Succeeded(out var files, out var refusal)
            ? new RazorComponentResult<ReturnedPage>(new { Visit = visit, Files = files })
            : Problems.Page(visit, refusal);
}
