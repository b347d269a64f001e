using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Returns;

internal static class ListReturnFiles {
    public static async Task<Results<Ok<Page<ReturnFileRow>>, Refused>> Handle(string? after, string? asked, TenantScope tenant, CancellationToken stop) {
        var (rows, total, passed) = (new List<ReturnFileRow>(), 0, string.IsNullOrEmpty(after));
        var skipped = 0;
        var index = asked == "1" ? ReturnFile.ByQuestion : ReturnFile.ByReceipt;
        Continuation? next = null;
        do {
            var page = await tenant.Documents.Query(new IndexQuery<ReturnFile>(
                ReturnFile.DocumentKind, index, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems, next), stop);
            foreach (var file in page.Items) {
                total++;
                if (!passed) skipped++;
                else if (rows.Count < Paging.Size) rows.Add(Row(file.Id, file.Value));
                passed |= file.Id == after;
            }
            next = page.Next;
        } while (next is not null);
        if (!passed) return (Refused)Refusals.NotFound;
        return TypedResults.Ok(new Page<ReturnFileRow>(rows, total, skipped / Paging.Size + 1, Paging.Size));
    }

    public static ReturnFileRow Row(string id, ReturnFile file) =>
        new(id, file.Name, file.ReceivedAt, file.Size, file.Sha256, file.Kind, file.Outcome, file.ClaimFileId, file.Detail, file.Findings);
}
