using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

internal static class ListFiles {
    public static async Task<IResult> Handle(string? search, string? after, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.Files(search, after, stop)).Succeeded(out var files, out var refusal)
            ? new RazorComponentResult<FilesPage>(new { Visit = visit, Files = files, Search = search })
            : Problems.Page(visit, refusal);
}
