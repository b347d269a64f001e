using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Newest first; a station has a few files a month, so a search may look at each.</summary>
internal static class ListClaimFiles {
    public static async Task<Results<Ok<Page<ClaimFileRow>>, Refused>> Handle(string? search, string? after, TenantScope tenant, CancellationToken stop) {
        var (rows, total, skipped, passed) = (new List<ClaimFileRow>(), 0, 0, string.IsNullOrEmpty(after));
        Continuation? next = null;
        do {
            var page = await tenant.Documents.Query(
                new IndexQuery<ClaimFile>(ClaimFile.Kind, ClaimFile.ByReceipt, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems, next), stop);
            foreach (var file in page.Items) {
                if (Paging.Matches(search, file.Value.Name)) {
                    total++;
                    if (!passed) skipped++;
                    else if (rows.Count < Paging.Size) rows.Add(ClaimFileViews.Row(file.Id, file.Value));
                }
                passed |= file.Id == after;
            }
            next = page.Next;
        } while (next is not null);
        if (!passed) return (Refused)Refusals.NotFound;
        return TypedResults.Ok(new Page<ClaimFileRow>(rows, total, skipped / Paging.Size + 1, Paging.Size));
    }
}
