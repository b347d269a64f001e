using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

internal static class ListRules {
    private static readonly RulePage[] Pages = [.. RuleCatalog.All.Select(rule => new RulePage(rule.Code, rule.Severity.Name(), rule.Title,
        rule.Explanation, rule.Fix, rule.Source, rule.Since, rule.GoodExample, rule.BadExample) { PayerCode = rule.PayerCode, Until = rule.Until, Needs = rule.Needs == CheckNeeds.None ? null : rule.Needs.Japanese() })];

    public static Ok<RulePage[]> Handle() => TypedResults.Ok(Pages);
}
