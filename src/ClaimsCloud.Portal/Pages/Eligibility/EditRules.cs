using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Eligibility;

/// <summary>When the station asks, and its address for consent at home.</summary>
internal static class EditRules {
    public static async Task<IResult> Show(Visit visit, EligibilityApi api, CancellationToken stop) =>
        (await api.Rules(stop)).Succeeded(out var rules, out var refusal) ? Page(visit, rules) : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, EligibilityApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.EligibilityRules);
        var form = await request.ReadFormAsync(stop);
        var rules = new EligibilityRules(form["automatic"] == "true", Number(form["sealingDay"].ToString()), form["url"].ToString(), Number(form["pause"].ToString()), Time(form["from"].ToString()), Time(form["to"].ToString()));
        if ((await api.SetRules(rules, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.Eligibility);
        return refusal.Status == StatusCodes.Status400BadRequest ? Page(visit, rules, new FormProblem(null, refusal.Title)) : Problems.Page(visit, refusal);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static DateTime? Time(string text) => DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static RazorComponentResult<RulesPage> Page(Visit visit, EligibilityRules rules, params FormProblem[] problems) =>
        new(new { Visit = visit, Rules = rules, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
