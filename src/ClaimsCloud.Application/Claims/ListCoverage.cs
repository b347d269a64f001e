using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Which rules looked at how many claims of a file, and why not at the others.</summary>
internal static class ListCoverage {
    public static async Task<Results<Ok<Page<RuleCoverageRow>>, Refused>> Handle(string fileId, string? search, int? page, TenantScope tenant, CancellationToken stop) =>
        await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is { } file
            ? TypedResults.Ok(await RowPages.Of<RuleCoverageRow>(file.Value.Check?.CoverageRows, search, page, r => [r.Code, r.Title, .. r.Reasons], tenant, stop)) : (Refused)Refusals.NotFound;

    public static IEnumerable<RuleCoverageRow> Rows(IEnumerable<RuleCoverage> coverage, IReadOnlyList<OwnRule> own) {
        var titles = RuleCatalog.All.Select(r => (r.Code, r.Title)).Concat(own.Select(r => (r.Code, r.Title))).ToDictionary();
        // What was not checked comes first: it is what a person must see.
        return coverage.OrderBy(c => c.NotRun + c.Partly == 0).Select(c => new RuleCoverageRow(c.Code, titles[c.Code], c.Claims, c.NotRun, c.Partly,
            [.. c.Reasons.OrderByDescending(r => r.Claims).ThenBy(r => r.Reason, StringComparer.Ordinal).Select(r => r.Reason)]));
    }
}
