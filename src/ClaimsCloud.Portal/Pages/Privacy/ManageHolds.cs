using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Privacy;

/// <summary>A hold is set with its reason, for a patient or for the whole station, and lifted with another.</summary>
internal static class ManageHolds {
    public static Task<IResult> Show(Visit visit, PrivacyApi api, CancellationToken stop) => Page(visit, api, [], stop);

    public static async Task<IResult> Set(HttpRequest request, Visit visit, PrivacyApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var patient = form["patient"].ToString() is { Length: > 0 } key ? key : null;
        _ = Enum.TryParse<LegalHoldKind>(form["kind"].ToString(), out var kind);
        if ((await api.Hold(new(patient, kind, form["reason"].ToString()), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Holds);
        if (refusal.Status != StatusCodes.Status400BadRequest) return Problems.Page(visit, refusal);
        FormProblem[] problems = [new("reason", refusal.Title)];
        return patient is null ? await Page(visit, api, problems, stop) : await AskForPerson.Page(patient, null, visit, api, problems, stop);
    }

    public static Task<IResult> ShowLift(string holdId, Visit visit, PrivacyApi api, CancellationToken stop) => LiftPage(holdId, visit, api, [], stop);

    public static async Task<IResult> Lift(string holdId, HttpRequest request, Visit visit, PrivacyApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        if ((await api.Lift(holdId, form["reason"].ToString(), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Holds);
        return refusal.Status == StatusCodes.Status400BadRequest ? await LiftPage(holdId, visit, api, [new("reason", refusal.Title)], stop) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> LiftPage(string holdId, Visit visit, PrivacyApi api, FormProblem[] problems, CancellationToken stop) {
        if (!(await api.Holds(stop)).Succeeded(out var holds, out var refusal)) return Problems.Page(visit, refusal);
        return holds.FirstOrDefault(h => h.HoldId == holdId && h.LiftedAt is null) is { } hold
            ? new RazorComponentResult<LiftHoldPage>(new { Visit = visit, Hold = hold, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : TypedResults.LocalRedirect(Links.Holds);
    }

    private static async Task<IResult> Page(Visit visit, PrivacyApi api, FormProblem[] problems, CancellationToken stop) =>
        (await api.Holds(stop)).Succeeded(out var holds, out var refusal)
            ? new RazorComponentResult<HoldsPage>(new { Visit = visit, Holds = holds, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
