using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.People;

/// <summary>The people of the visitor's own house, a station or the vendor.</summary>
internal static class ListPeople {
    public static Task<IResult> Handle(Visit visit, IdentityApi api, CancellationToken stop) => Page(visit, api, [], stop);

    public static async Task<IResult> Page(Visit visit, IdentityApi api, FormProblem[] problems, CancellationToken stop) =>
        (await api.People(stop)).Succeeded(out var people, out var refusal)
            ? new RazorComponentResult<PeoplePage>(new { Visit = visit, People = people, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
