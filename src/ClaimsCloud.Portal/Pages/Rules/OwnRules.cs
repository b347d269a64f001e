using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Rules;

/// <summary>Rules of the station's own: the list, the form of one, its end.</summary>
internal static class OwnRules {
    /// <summary>Lines of conditions in the form; what is left empty does not count.</summary>
    public const int Conditions = 4;

    public static async Task<IResult> List(Visit visit, ChecksApi checks, CancellationToken stop) =>
        (await checks.Settings(stop)).Succeeded(out var settings, out var refusal)
            ? new RazorComponentResult<OwnRulesPage>(new { Visit = visit, Rules = settings.OwnRules }) : Problems.Page(visit, refusal);

    /// <param name="code">Null: a new one.</param>
    public static async Task<IResult> Show(string? code, Visit visit, ChecksApi checks, CancellationToken stop) {
        if (!(await checks.Settings(stop)).Succeeded(out var settings, out var refusal)) return Problems.Page(visit, refusal);
        var rule = code is null ? new OwnRuleRow(Free(settings), "query", "", "", "", []) : settings.OwnRules.FirstOrDefault(r => r.Code == code);
        return rule is null ? Problems.Page(visit, new Refusal("not-found", "このルールは見つかりません。", StatusCodes.Status404NotFound)) : await Form(visit, rule, [], checks, stop);
    }

    public static async Task<IResult> Save(HttpRequest request, Visit visit, ChecksApi checks, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var conditions = Enumerable.Range(0, Conditions).Where(i => form[$"field{i}"].ToString().Length > 0).Select(i => {
            var field = form[$"field{i}"].ToString().Split('.');
            return new OwnConditionRow(field[0], field.Length > 1 ? field[1] : "", form[$"comparison{i}"].ToString(), form[$"value{i}"].ToString().Trim());
        }).ToList();
        // The rule fires at the record of its first condition: one choice less for a person to make.
        var rule = new OwnRuleRow(form["code"].ToString(), form["severity"].ToString(), form["title"].ToString().Trim(), form["fix"].ToString().Trim(), conditions.FirstOrDefault()?.Record ?? "", conditions);
        if (conditions.Count == 0) return await Form(visit, rule, [new("field0", "条件を1つ以上入れてください。")], checks, stop);
        if (!(await checks.Save(rule, stop)).Succeeded(out var outcome, out var refusal))
            return refusal.Status == StatusCodes.Status409Conflict ? await Form(visit, rule, [new(null, refusal.Title)], checks, stop) : Problems.Page(visit, refusal);
        return outcome.Problems.Count == 0 ? TypedResults.LocalRedirect(Links.OwnRules) : await Form(visit, rule, [.. outcome.Problems.Select(p => new FormProblem(null, p))], checks, stop);
    }

    public static async Task<IResult> Delete(HttpRequest request, Visit visit, ChecksApi checks, CancellationToken stop) =>
        (await checks.DeleteOwnRule((await request.ReadFormAsync(stop))["code"].ToString(), stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.OwnRules) : Problems.Page(visit, refusal);

    private static async Task<IResult> Form(Visit visit, OwnRuleRow rule, FormProblem[] problems, ChecksApi checks, CancellationToken stop) =>
        (await checks.Fields(stop)).Succeeded(out var fields, out var refusal)
            ? new RazorComponentResult<OwnRulePage>(new { Visit = visit, Rule = rule, Fields = fields, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);

    private static string Free(CheckSettingsDetail settings) => Enumerable.Range(1, 99).Select(n => $"Z{n:00}").First(code => settings.OwnRules.All(r => r.Code != code));
}
