using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Returns;

internal static class ReturnItems {
    public static IAsyncEnumerable<Stored<ReturnItem>> AtRisk(this TenantScope tenant, CancellationToken stop) => tenant.All(ReturnItem.ByRisk, stop);

    public static IAsyncEnumerable<Stored<ReturnItem>> All(this TenantScope tenant, DocumentIndex<ReturnItem> index, CancellationToken stop) => tenant.Documents.All(ReturnItem.Kind, index, IndexRange.All, stop);

    /// <summary>Applies a person's move and stores it; somebody else's move in between is looked at anew.</summary>
    public static async Task<Outcome<ReturnItemDetail>> Change(this TenantScope tenant, string itemId, Func<ReturnItem, Outcome<ReturnItem>> change, CancellationToken stop) {
        while (true) {
            if (await tenant.Documents.Get(ReturnItem.Kind, itemId, stop) is not { } stored) return Refusals.NotFound;
            if (!change(stored.Value).Succeeded(out var changed, out var refusal)) return refusal;
            if (await tenant.Commit(tenant.Batch().Replace(stored, changed), stop) == CommitResult.Committed) return await ReturnItemViews.Detail(itemId, changed, tenant, stop);
        }
    }

    /// <summary>The moved item, or the refusal that names both states.</summary>
    public static Outcome<ReturnItem> After(this ReturnItem item, WorkResult result) =>
        result.Work is { } work ? item with { Work = work } : new Refusal("illegal-transition", result.Forbidden!.Why, 409);
}
