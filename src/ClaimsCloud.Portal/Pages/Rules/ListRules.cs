using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using ClaimsCloud.Portal.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Rules;

internal static class ListRules {
    private const int Size = 50;

    public static async Task<IResult> Handle(string? search, string? severity, int? page, Visit visit, CloudApi api, ChecksApi checks, CancellationToken stop) {
        if (!(await api.Rules(stop)).Succeeded(out var rules, out var refusal)) return Problems.Page(visit, refusal);
        IReadOnlyList<RuleSwitchRow> switches = [];
        if (!visit.AtDesk) {
            if (!(await checks.Settings(stop)).Succeeded(out var settings, out refusal)) return Problems.Page(visit, refusal);
            switches = settings.Switches;
        }
        var only = Severities.OfRules.Contains(severity) ? severity : null;
        var found = rules.Where(rule => (only is null || rule.Severity == only) && (string.IsNullOrWhiteSpace(search) || Matches(rule, search.Trim()))).ToList();
        return new RazorComponentResult<RulesPage>(new { Visit = visit, Rules = Paging.Of(found, Paging.Number(page), Size), Switches = switches, Severity = only, Search = search });
    }

    private static bool Matches(RulePage rule, string search) =>
        new[] { rule.Code, rule.Title, rule.Explanation, rule.PayerCode }.Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);
}
