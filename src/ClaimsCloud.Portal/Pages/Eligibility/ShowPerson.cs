using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Eligibility;

/// <summary>One patient: what differs, what becomes of the claim, and the decision about it.</summary>
internal static class ShowPerson {
    public static async Task<IResult> Handle(string month, string personId, Visit visit, EligibilityApi api, CancellationToken stop) =>
        (await api.Person(personId, month, stop)).Succeeded(out var detail, out var refusal) ? Page(detail, null, visit) : Problems.Page(visit, refusal);

    public static async Task<IResult> Decide(string month, string personId, HttpRequest request, Visit visit, EligibilityApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.EligibilityPerson(month, personId));
        var form = await request.ReadFormAsync(stop);
        var answer = await api.Decide(personId, new(month, form["answer"].ToString(), form["verdict"].ToString(), [.. form["field"].OfType<string>()], form["why"].ToString()), stop);
        if (answer.Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.EligibilityPerson(month, personId));
        return refusal.Status is StatusCodes.Status409Conflict or StatusCodes.Status400BadRequest && (await api.Person(personId, month, stop)).Succeeded(out var detail, out _)
            ? Page(detail, refusal.Code == "bad-request" ? refusal with { Title = "取り込む項目を選んでください。" } : refusal, visit) : Problems.Page(visit, refusal);
    }

    private static RazorComponentResult<PersonPage> Page(EligibilityDetail detail, Refusal? problem, Visit visit) =>
        new(new { Visit = visit, Detail = detail, Problem = problem }) { StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
