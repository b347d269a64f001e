using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A station that asks by itself, on the platform plane; its id is the tenant's.</summary>
internal sealed record AskingStation(string TenantId) {
    public static readonly DocumentIndex<AskingStation> All = new("all", s => s.TenantId);
    public static readonly DocumentKind<AskingStation> Kind = new("eligibility-asking-station", All);
}

/// <summary>Tells every station that asks by itself to look whom to ask.</summary>
internal static class WakeStations {
    public static async Task Handle(PlatformScope platform, CancellationToken stop) {
        Continuation? next = null;
        do {
            var page = await platform.Documents.Query(new IndexQuery<AskingStation>(AskingStation.Kind, AskingStation.All, IndexRange.All, QueryOrder.Ascending, DocumentLimits.BatchOperations / 2, next), stop);
            var asking = new List<Stored<AskingStation>>();
            foreach (var station in page.Items)
                if (await TenantFeatures.Has(Feature.Eligibility, new(station.Id), platform, stop)) asking.Add(station);
            if (asking.Count > 0) await platform.Commit(asking.Aggregate(platform.Batch(), (batch, s) => batch.SendToTenant(new TenantId(s.Id), new AskingDue())), stop);
            next = page.Next;
        } while (next is not null);
    }

    public static async Task Changed(Received<AskingChanged> message, PlatformScope platform, CancellationToken stop) {
        var tenant = message.From.Tenant ?? throw new InvalidOperationException("a station says of itself whether it asks");
        var known = await platform.Documents.Get(AskingStation.Kind, tenant.Value, stop);
        if (known is not null == message.Body.Automatic) return;
        var batch = platform.Batch().Consume(message);
        if (known is null) batch.Create(AskingStation.Kind, tenant.Value, new AskingStation(tenant.Value));
        else batch.Delete(known);
        if (await platform.Commit(batch, stop) == CommitResult.Conflict) throw new IOException("A station changed twice at once.");
    }
}
