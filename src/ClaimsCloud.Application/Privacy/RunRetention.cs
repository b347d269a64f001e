using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Privacy;

/// <summary>Once a day, and whenever a hold is lifted: what is over its time and held by nothing goes, waiting erasures look again, exports that were not fetched go.</summary>
internal static class RunRetention {
    /// <summary>Tells every station that a day has passed.</summary>
    public static async Task Wake(PlatformScope platform, CancellationToken stop) {
        await foreach (var tenants in platform.Documents.All(Tenant.Kind, Tenant.ByOpening, IndexRange.All, stop).Chunk(DocumentLimits.BatchOperations / 2).WithCancellation(stop))
            await platform.Commit(tenants.Aggregate(platform.Batch(), (batch, t) => batch.SendToTenant(new TenantId(t.Id), new RetentionDue())), stop);
    }

    public static async Task Handle(Received<RetentionDue> message, TenantScope tenant, CancellationToken stop) {
        var all = await Holdings.Of(tenant, stop);
        await Strays.Note(all, tenant, stop);
        var (due, _) = await Plan(all, tenant, stop);
        foreach (var holding in due) await Removal.Of(holding, tenant, stop);
        foreach (var (type, count) in due.CountBy(h => h.Type)) await tenant.Record(new(AuditAct.RetentionRun, Caller.System, type, $"{count}"), stop);
        await foreach (var request in tenant.Documents.All(PersonRequest.Kind, PersonRequest.ByOpen, IndexRange.All, stop))
            if (request.Value.Wish == PersonWish.Erasure) await ErasePerson.Run(request, tenant, stop);
            else if (tenant.Today() > request.Value.Until) await Expire(request, tenant, stop);
    }

    public static async Task Expire(Stored<PersonRequest> export, TenantScope tenant, CancellationToken stop) {
        await tenant.Blobs.Delete(export.Value.Blob!, stop);
        await tenant.Commit(tenant.Batch().Replace(export, export.Value with { State = PersonRequestState.Expired, Blob = null, Size = null }), stop);
    }

    /// <summary>The same without doing anything.</summary>
    public static async Task<Ok<RetentionPlan>> Show(TenantScope tenant, CancellationToken stop) {
        var (due, held) = await Plan(await Holdings.Of(tenant, stop), tenant, stop);
        return TypedResults.Ok(new RetentionPlan(RetentionTable.Rows, Counts(due), held));
    }

    public static IReadOnlyList<TypeCount> Counts(IEnumerable<Holding> holdings) => [.. holdings.CountBy(h => h.Type).Select(c => new TypeCount(c.Key, RetentionTable.Of(c.Key).Title, c.Value))];

    private static async Task<(IReadOnlyList<Holding> Due, IReadOnlyList<HeldData> Held)> Plan(IEnumerable<Holding> all, TenantScope tenant, CancellationToken stop) {
        var (due, held, holds) = (new List<Holding>(), new List<HeldData>(), await HoldsInForce.Read(tenant, stop));
        foreach (var holding in all) {
            if (tenant.Today() <= holding.Until) continue;
            if (holding.NotYet is { } why) held.Add(new(holding.Type, holding.Title, holding.Id, null, why));
            else if (await holds.Over(holding, stop) is { } hold) held.Add(new(holding.Type, holding.Title, holding.Id, null, $"保全の指示があります（{hold}）。"));
            else due.Add(holding);
        }
        return (due, held);
    }
}
