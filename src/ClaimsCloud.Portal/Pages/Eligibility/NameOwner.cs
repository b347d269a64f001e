using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Eligibility;

/// <summary>Results that nobody can be named for with certainty: a person says whose they are.</summary>
internal static class NameOwner {
    /// <summary>What the form sends for "nobody of ours"; keys of patients are never empty.</summary>
    public const string Nobody = "nobody";

    public static async Task<IResult> Show(string month, string contentKey, Visit visit, EligibilityApi api, CancellationToken stop) =>
        (await api.File(contentKey, stop)).Succeeded(out var file, out var refusal) ? Page(month, file, visit) : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(string month, string contentKey, HttpRequest request, Visit visit, EligibilityApi api, CancellationToken stop) {
        var here = Links.EligibilityFile(month, contentKey);
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(here);
        var form = await request.ReadFormAsync(stop);
        var patient = form["patient"].ToString();
        var isNobody = form["who"] == Nobody;
        if (!int.TryParse(form["place"], NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return TypedResults.LocalRedirect(here);
        if (patient.Length == 0 && !isNobody)
            return (await api.File(contentKey, stop)).Succeeded(out var file, out var missing) ? Page(month, file, visit, new FormProblem($"patient-{place}", "利用者を選んでください。")) : Problems.Page(visit, missing);
        if (!(await api.NameOwner(contentKey, new(place, isNobody ? null : patient), stop)).Succeeded(out var after, out var refusal)) return Problems.Page(visit, refusal);
        return TypedResults.LocalRedirect(after.Results.Count > 0 ? here : Links.EligibilityOf(month));
    }

    private static RazorComponentResult<FilePage> Page(string month, EligibilityFileDetail file, Visit visit, params FormProblem[] problems) =>
        new(new { Visit = visit, Month = month, Detail = file, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
