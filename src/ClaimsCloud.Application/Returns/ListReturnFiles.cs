using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

internal static class ListReturnFiles {
    public static async Task<Results<Ok<Page<ReturnFileRow>>, Refused>> Handle(string? after, TenantScope tenant, CancellationToken stop) {
        var (rows, total, passed) = (new List<ReturnFileRow>(), 0, string.IsNullOrEmpty(after));
        var skipped = 0;
        Continuation? next = null;
        do {
            var page = await tenant.Documents.Query(new IndexQuery<ReturnFile>(
                ReturnFile.DocumentKind, ReturnFile.ByReceipt, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems, next), stop);
            foreach (var file in page.Items) {
                total++;
                if (!passed) skipped++;
                else if (rows.Count < Paging.Size) rows.Add(Row(file));
                passed |= file.Id == after;
            }
            next = page.Next;
        } while (next is not null);
        if (!passed) return (Refused)Refusals.NotFound;
        return TypedResults.Ok(new Page<ReturnFileRow>(rows, total, skipped / Paging.Size + 1, Paging.Size));
    }

    private static ReturnFileRow Row(Stored<ReturnFile> file) {
        var it = file.Value;
        return new(file.Id, it.Name, it.ReceivedAt, it.Size, it.Sha256, it.Kind, it.Outcome, it.ClaimFileId, it.Detail, it.Findings);
    }
}
