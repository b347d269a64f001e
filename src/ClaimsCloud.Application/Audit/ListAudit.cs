using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Audit;

/// <summary>The log, newest first. A search reads the log until the page is full.</summary>
internal static class ListAudit {
    public static Task<Results<Ok<AuditPage>, Refused>> OfTenant(string? act, string? search, string? after, TenantScope tenant, CancellationToken stop) => Page(act, search, after, tenant.Documents, stop);

    public static Task<Results<Ok<AuditPage>, Refused>> OfPlatform(string? act, string? search, string? after, PlatformScope platform, CancellationToken stop) => Page(act, search, after, platform.Documents, stop);

    private static async Task<Results<Ok<AuditPage>, Refused>> Page(string? act, string? search, string? after, IDocuments documents, CancellationToken stop) {
        var only = string.IsNullOrEmpty(act) ? null : act;
        if (only is not null && !Enum.GetNames<AuditAct>().Contains(only)) return (Refused)Refusals.BadRequest;
        Continuation? place = null;
        if (!string.IsNullOrEmpty(after) && !Continuation.TryParse(after, out place)) return (Refused)Refusals.BadRequest;
        var (index, range) = only is null ? (AuditEntry.ByNumber, IndexRange.All) : (AuditEntry.ByAct, IndexRange.Between($"{only}|", $"{only}|\U0010FFFF"));
        var rows = new List<AuditRow>();
        var more = false;
        await foreach (var entry in documents.All(AuditEntry.Kind, index, range, stop, QueryOrder.Descending, place)) {
            var row = entry.Value.Row;
            if (!Paging.Matches(search, row.Actor, row.Subject, row.From, row.Why)) continue;
            if (more = rows.Count == Paging.Size) break;
            rows.Add(row);
            place = new(index.Value(entry.Value)!, entry.Id);
        }
        var last = await AuditLog.Last(documents, stop);
        return TypedResults.Ok(new AuditPage(rows, more ? place!.ToString() : null, last is null ? null : new(last.Value.Row.Number, last.Value.Hash)));
    }
}
