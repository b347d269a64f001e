using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using ClaimsCloud.Portal.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Rules;

internal static class ShowRule {
    public static async Task<IResult> Handle(string code, Visit visit, CloudApi api, ChecksApi checks, CancellationToken stop) {
        if (!(await api.Rules(stop)).Succeeded(out var rules, out var refusal)) return Problems.Page(visit, refusal);
        if (rules.FirstOrDefault(rule => rule.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is not { } rule)
            return Problems.Page(visit, new Refusal("not-found", "このルールは見つかりません。", StatusCodes.Status404NotFound));
        if (visit.AtDesk) return new RazorComponentResult<RuleText>(new { Visit = visit, Rule = rule });
        if (!(await checks.Settings(stop)).Succeeded(out var settings, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<RuleText>(new { Visit = visit, Rule = rule, Switch = RuleSwitches.Of(rule.Code, settings.Switches) });
    }
}
