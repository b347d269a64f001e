using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Support;

/// <summary>Gives a grant, ends it, and shows all of them with every look.</summary>
internal static class GiveGrant {
    private const int LongestWhy = 200;
    private const int Shown = 50;

    public static async Task<Ok<GrantView>> List(TenantScope tenant, CancellationToken stop) => TypedResults.Ok(await View(tenant, stop));

    public static async Task<Results<Ok<GrantView>, Refused>> Handle(GrantWish wish, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (wish.Hours is not (1 or 4 or 24) || string.IsNullOrWhiteSpace(wish.Why) || wish.Why.Length > LongestWhy) return (Refused)SupportRefusals.InvalidGrant;
        if (await StationGrant.Now(tenant, stop) is not null) return (Refused)SupportRefusals.GrantHolds;
        var (id, grant) = (tenant.Ids.Next(), new StationGrant(tenant.Now, tenant.Now.AddHours(wish.Hours), null, wish.Why.Trim(), caller.Id));
        await tenant.Commit(tenant.Batch().Create(StationGrant.Kind, id, grant).SendToPlatform(new GrantTold(id, grant.Until)), stop);
        return TypedResults.Ok(await View(tenant, stop));
    }

    public static async Task<Results<Ok<GrantView>, Refused>> End(string grantId, TenantScope tenant, CancellationToken stop) {
        while (true) {
            if (!DocumentLimits.IsId(grantId) || await tenant.Documents.Get(StationGrant.Kind, grantId, stop) is not { } grant) return (Refused)Refusals.NotFound;
            if (!grant.Value.HoldsAt(tenant.Now)) return TypedResults.Ok(await View(tenant, stop));
            var batch = tenant.Batch().Replace(grant, grant.Value with { EndedAt = tenant.Now }).SendToPlatform(new GrantTold(grantId, tenant.Now));
            if (await tenant.Commit(batch, stop) == CommitResult.Committed) return TypedResults.Ok(await View(tenant, stop));
        }
    }

    private static async Task<GrantView> View(TenantScope tenant, CancellationToken stop) {
        var grants = await tenant.Documents.Query(new IndexQuery<StationGrant>(StationGrant.Kind, StationGrant.ByTime, IndexRange.All, QueryOrder.Descending, Shown), stop);
        var looks = await tenant.Documents.Query(new IndexQuery<DeskLook>(DeskLook.Kind, DeskLook.ByTime, IndexRange.All, QueryOrder.Descending, Shown), stop);
        return new([.. grants.Items.Select(g => g.Value.Row(g.Id, tenant.Now))], [.. looks.Items.Select(l => new LookLogRow(l.Value.At, l.Value.Person, l.Value.GrantId is not null))]);
    }
}
