using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Grants;

/// <summary>A station's admin lets a person of the vendor look at one file for half an hour.</summary>
internal static class GiveGrant {
    public static Task<IResult> Show(Visit visit, IdentityApi api, CloudApi files, CancellationToken stop) => Page(visit, api, files, [], stop);

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, IdentityApi api, CloudApi files, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        if ((await api.Give(new(form["login"].ToString(), form["file"].ToString()), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Grants);
        return refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound ? await Page(visit, api, files, [new FormProblem("login", refusal.Title)], stop) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> End(string grantId, Visit visit, IdentityApi api, CancellationToken stop) =>
        await api.Tell(GrantRoutes.GrantEnd, grantId, null, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Grants);

    private static async Task<IResult> Page(Visit visit, IdentityApi api, CloudApi cloud, FormProblem[] problems, CancellationToken stop) {
        if (!(await api.Grants(stop)).Succeeded(out var grants, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await cloud.Files(null, null, stop)).Succeeded(out var files, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<GrantsPage>(new { Visit = visit, Grants = grants, Files = files.Items, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
