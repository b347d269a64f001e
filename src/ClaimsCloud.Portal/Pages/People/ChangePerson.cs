using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.People;

/// <summary>One person: her role, and every way to take her access away.</summary>
internal static class ChangePerson {
    public static Task<IResult> Show(string personId, Visit visit, IdentityApi api, CancellationToken stop) => Page(personId, visit, api, [], stop);

    public static async Task<IResult> Handle(string personId, HttpRequest request, Visit visit, IdentityApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var refusal = form["act"].ToString() switch {
            "role" => await api.Tell(IdentityRoutes.Role, personId, new RoleChange(form["role"].ToString()), stop),
            "removal" => await api.Tell(IdentityRoutes.Removal, personId, null, stop),
            "second-factor" => await api.Tell(IdentityRoutes.SecondFactorReset, personId, null, stop),
            "sessions" => await api.Tell(IdentityRoutes.SessionsEnd, personId, null, stop),
            _ => new Refusal("bad-request", "送られた内容を読み取れません。", StatusCodes.Status400BadRequest),
        };
        if (refusal is null) return TypedResults.LocalRedirect(Links.People);
        return refusal.Status == StatusCodes.Status409Conflict ? await Page(personId, visit, api, [new FormProblem(null, refusal.Title)], stop) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> ChooseSecondFactor(HttpRequest request, Visit visit, IdentityApi api, CancellationToken stop) {
        var choice = (await request.ReadFormAsync(stop))["choice"] == "Off" ? SecondFactor.Off : SecondFactor.On;
        return await api.Tell(IdentityRoutes.SecondFactor, "", new SecondFactorChoice(choice), stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.People);
    }

    private static async Task<IResult> Page(string personId, Visit visit, IdentityApi api, FormProblem[] problems, CancellationToken stop) {
        if (!(await api.People(stop)).Succeeded(out var people, out var refusal)) return Problems.Page(visit, refusal);
        return people.People.FirstOrDefault(p => p.PersonId == personId) is { } person
            ? new RazorComponentResult<PersonPage>(new { Visit = visit, Person = person, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : TypedResults.NotFound();
    }
}
