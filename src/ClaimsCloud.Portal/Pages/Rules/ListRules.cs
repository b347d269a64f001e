using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Rules;

internal static class ListRules {
    public static async Task<IResult> Handle(string? search, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.Rules(stop)).Succeeded(out var rules, out var refusal)) return Problems.Page(visit, refusal);
        RulePage[] found = string.IsNullOrWhiteSpace(search) ? rules : [.. rules.Where(rule => Matches(rule, search.Trim()))];
        return new RazorComponentResult<RulesPage>(new { Visit = visit, Rules = found, Search = search });
    }

    private static bool Matches(RulePage rule, string search) =>
        rule.Code.Contains(search, StringComparison.OrdinalIgnoreCase) || rule.Title.Contains(search, StringComparison.OrdinalIgnoreCase) || rule.Explanation.Contains(search, StringComparison.OrdinalIgnoreCase);
}
