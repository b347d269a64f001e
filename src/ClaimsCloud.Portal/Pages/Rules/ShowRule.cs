using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Rules;

internal static class ShowRule {
    public static async Task<IResult> Handle(string code, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.Rules(stop)).Succeeded(out var rules, out var refusal)) return Problems.Page(visit, refusal);
        return rules.FirstOrDefault(rule => rule.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } rule
            ? new RazorComponentResult<RuleText>(new { Visit = visit, Rule = rule })
            : Problems.Page(visit, new Refusal("not-found", "このルールは見つかりません。", StatusCodes.Status404NotFound));
    }
}
