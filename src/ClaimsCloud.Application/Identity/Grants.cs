using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Identity;

/// <summary>A station lets one person of the vendor look at one claim file. It lies in the station's own store and ends by the clock: nobody has to take it away.</summary>
public sealed record Grant(string PersonId, string PersonName, string FileId, DateTimeOffset GivenAt, DateTimeOffset Until, DateTimeOffset? EndedAt) {
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    internal static readonly DocumentIndex<Grant> ByTime = new("given", g => SortKeys.Of(g.GivenAt));
    internal static readonly DocumentKind<Grant> Kind = new("grant", ByTime);

    internal bool IsLive(DateTimeOffset now) => EndedAt is null && Lifetime.Holds(GivenAt, Until, now);

    /// <summary>The grant while it lasts, for the person whom it names; the look stands in the station's log. Null for everybody else and afterwards.</summary>
    public static async Task<Grant?> Enter(string grantId, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (!DocumentLimits.IsId(grantId) || await tenant.Documents.Get(Kind, grantId, stop) is not { Value: var grant } || grant.PersonId != caller.Id || !grant.IsLive(tenant.Now)) return null;
        await tenant.Record(new(AuditAct.GrantViewed, caller, grant.FileId, grantId), stop);
        return grant;
    }
}

/// <summary>What an admin of the station does with grants, and what the vendor's person hears of them.</summary>
internal static class Grants {
    private const int Shown = 50;

    public static async Task<Ok<GrantRow[]>> List(TenantScope tenant, CancellationToken stop) {
        var newest = await tenant.Documents.Query(new IndexQuery<Grant>(Grant.Kind, Grant.ByTime, IndexRange.All, QueryOrder.Descending, Shown), stop);
        return TypedResults.Ok(newest.Items.Select(g => Row(g.Id, g.Value, tenant)).ToArray());
    }

    /// <summary>Whether there is such a file shows when it is opened: a grant for none opens nothing.</summary>
    public static async Task<Results<Ok<GrantRow>, Refused>> Give(GrantRequest request, TenantScope tenant, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (!DocumentLimits.IsId(request.FileId ?? "")) return (Refused)Refusals.BadRequest;
        if (await platform.Documents.Get(Account.Kind, Account.IdOf(request.LoginName ?? ""), stop) is not { Value: { TenantId: null } person }) return (Refused)Refusals.NoSuchSupporter;
        var (id, grant) = (tenant.Ids.Next(), new Grant(person.PersonId, person.DisplayName, request.FileId!, tenant.Now, tenant.Now + Grant.Life, null));
        var batch = tenant.Batch().Create(Grant.Kind, id, grant).SendToPlatform(new GrantChanged(id, person.PersonId, tenant.StationName, grant.Until));
        await tenant.Commit(batch, new(AuditAct.GrantGiven, caller, grant.FileId, $"{id}:{person.PersonId}"), stop);
        return TypedResults.Ok(Row(id, grant, tenant));
    }

    public static async Task<Results<NoContent, Refused>> End(string grantId, TenantScope tenant, Caller caller, CancellationToken stop) {
        while (true) {
            if (await tenant.Documents.Get(Grant.Kind, grantId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            if (!stored.Value.IsLive(tenant.Now)) return TypedResults.NoContent();
            var batch = tenant.Batch().Replace(stored, stored.Value with { EndedAt = tenant.Now }).SendToPlatform(new GrantChanged(grantId, stored.Value.PersonId, tenant.StationName, tenant.Now));
            if (await tenant.Commit(batch, new(AuditAct.GrantEnded, caller, stored.Value.FileId, grantId), stop) == CommitResult.Committed) return TypedResults.NoContent();
        }
    }

    private static GrantRow Row(string id, Grant grant, TenantScope tenant) => new(id, grant.PersonName, grant.FileId, grant.GivenAt, grant.Until, grant.EndedAt, grant.IsLive(tenant.Now));
}

/// <param name="Until">In the past: it was ended.</param>
internal sealed record GrantChanged(string GrantId, string PersonId, string StationName, DateTimeOffset Until);
