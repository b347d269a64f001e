using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Returned;

internal static class ListReturned {
    public static async Task<IResult> Handle(string? after, string? asked, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.ReturnFiles(after, asked, stop)).Succeeded(out var files, out var refusal)
            ? new RazorComponentResult<ReturnedPage>(new { Visit = visit, Files = files, Asked = asked })
            : Problems.Page(visit, refusal);
}
