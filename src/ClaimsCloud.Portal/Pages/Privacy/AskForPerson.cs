using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Privacy;

/// <summary>One patient: what is there and what has to stay; a copy, an erasure, a hold.</summary>
internal static class AskForPerson {
    public const string Running = "running";

    public static Task<IResult> Show(string? patient, string? name, Visit visit, PrivacyApi api, CancellationToken stop) => Page(patient, name, visit, api, [], stop);

    public static async Task<IResult> Confirm(string? patient, string? name, Visit visit, PrivacyApi api, CancellationToken stop) =>
        (await api.Plan(patient, name, stop)).Succeeded(out var plan, out var refusal) ? new RazorComponentResult<ErasurePage>(new { Visit = visit, Patient = patient, Name = name, Plan = plan }) : Problems.Page(visit, refusal);

    public static Task<IResult> Export(HttpRequest request, Visit visit, PrivacyApi api, CancellationToken stop) => Ask(PersonWish.Export, request, visit, api, stop);

    public static Task<IResult> Erase(HttpRequest request, Visit visit, PrivacyApi api, CancellationToken stop) => Ask(PersonWish.Erasure, request, visit, api, stop);

    /// <param name="seen">What a page that looks again by script shows already.</param>
    public static async Task<IResult> Request(string requestId, string? seen, HttpContext http, Visit visit, PrivacyApi api, CancellationToken stop) {
        if (!(await api.Request(requestId, stop)).Succeeded(out var row, out var refusal)) return Problems.Page(visit, refusal);
        if (seen != Running || row.State == PersonRequestState.Running) return new RazorComponentResult<RequestPage>(new { Visit = visit, Request = row });
        http.Response.Headers["HX-Refresh"] = "true";
        return TypedResults.Ok();
    }

    public static async Task<IResult> Download(string requestId, HttpContext http, Visit visit, PrivacyApi api, CancellationToken stop) {
        if (!(await api.File(requestId, stop)).Succeeded(out var file, out var refusal)) return Problems.Page(visit, refusal);
        http.Response.RegisterForDispose(file);
        return TypedResults.Stream(await file.Content.ReadAsStreamAsync(stop), "application/zip", $"personal-data-{requestId}.zip");
    }

    private static async Task<IResult> Ask(PersonWish wish, HttpRequest request, Visit visit, PrivacyApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        return (await api.Ask(new(wish, form["patient"].ToString() is { Length: > 0 } patient ? patient : null, form["name"].ToString() is { Length: > 0 } name ? name : null), stop)).Succeeded(out var row, out var refusal)
            ? TypedResults.LocalRedirect(Links.PersonRequest(row.RequestId)) : Problems.Page(visit, refusal);
    }

    internal static async Task<IResult> Page(string? patient, string? name, Visit visit, PrivacyApi api, FormProblem[] problems, CancellationToken stop) =>
        (await api.Plan(patient, name, stop)).Succeeded(out var plan, out var refusal)
            ? new RazorComponentResult<PersonPage>(new { Visit = visit, Patient = patient, Name = name, Plan = plan, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
