using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Privacy;

/// <summary>
/// Removes what is about one patient and nothing holds: no statutory time, no person's hold, no work under way. What stays is listed with its reason and day, and goes by itself when the day has
/// passed. What holds several patients and no law keeps goes as a whole; what it said of the others stands in their own records.
/// </summary>
internal static class ErasePerson {
    /// <summary>More are counted and go too; a document holds no more of them.</summary>
    private const int MostHeld = 500;

    public static async Task Handle(Received<PersonErasureWanted> message, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(PersonRequest.Kind, message.Body.RequestId, stop) is { Value.State: PersonRequestState.Running or PersonRequestState.Waiting } request) await Run(request, tenant, stop);
    }

    public static async Task Run(Stored<PersonRequest> request, TenantScope tenant, CancellationToken stop) {
        // While they are there: her records may go before the files of her claims, and then the name is what finds those.
        var name = request.Value.Name ?? (request.Value.Patient is { } key ? (await FindPatients.ByKey(key, tenant, stop))?.Name : null);
        var words = await PersonWords.Of(request.Value.Patient, name, tenant, stop);
        var (free, held) = await Plan(words, tenant, stop);
        // Her records last: they say by what name and numbers the rest is found, should this break off.
        foreach (var holding in free.OrderBy(h => h.Type is RetentionTable.Visits or RetentionTable.CareVisits)) await Removal.Of(holding, tenant, stop);
        var was = request.Value;
        var now = was with {
            State = held.Count == 0 ? PersonRequestState.Done : PersonRequestState.Waiting, Removed = was.Removed + free.Count, Held = [.. held.Take(MostHeld)], Step = 1, DoneAt = held.Count == 0 ? tenant.Now : null,
            Until = held.Any(h => h.Until is null) ? null : held.Max(h => h.Until), Patient = held.Count == 0 ? null : was.Patient,
            Name = held.Count == 0 ? null : name,
        };
        if (held.Count == 0) await ForgetElsewhere(was, tenant, stop);
        if (was.State == now.State && free.Count == 0 && was.Held.SequenceEqual(now.Held)) return;
        var act = new Act(AuditAct.PersonErased, Caller.System, was.Mark, $"removed:{free.Count}.held:{held.Count}");
        if (await tenant.Commit(tenant.Batch().Replace(request, now), act, stop) != CommitResult.Committed) throw new IOException($"The request {request.Id} was changed just now.");
    }

    /// <summary>Files that were given out for her, and holds that were lifted: they would still name her.</summary>
    private static async Task ForgetElsewhere(PersonRequest request, TenantScope tenant, CancellationToken stop) {
        await foreach (var export in tenant.Documents.All(PersonRequest.Kind, PersonRequest.ByOpen, IndexRange.All, stop))
            if (export.Value.Blob is not null && export.Value.Mark == request.Mark) await RunRetention.Expire(export, tenant, stop);
        await foreach (var hold in tenant.Documents.All(LegalHold.Kind, LegalHold.ByTime, IndexRange.All, stop))
            if (hold.Value is { LiftedAt: not null, Patient: { } patient } && patient == request.Patient)
                await tenant.Commit(tenant.Batch().Replace(hold, hold.Value with { Patient = request.Mark, Name = null }), stop);
    }

    public static async Task<(IReadOnlyList<Holding> Free, IReadOnlyList<HeldData> Held)> Plan(PersonWords words, TenantScope tenant, CancellationToken stop) {
        var (free, held, holds) = (new List<Holding>(), new List<HeldData>(), await HoldsInForce.Read(tenant, stop));
        foreach (var holding in await Holdings.Of(tenant, stop)) {
            if (!await words.AreIn(holding, tenant, stop)) continue;
            if (await holds.Over(holding, stop) is { } hold) held.Add(new(holding.Type, holding.Title, holding.Id, null, $"保全の指示があります（{hold}）。"));
            else if (holding.NotYet is { } why) held.Add(new(holding.Type, holding.Title, holding.Id, null, why));
            else if (RetentionTable.Of(holding.Type).Statutory && tenant.Today() <= holding.Until) held.Add(new(holding.Type, holding.Title, holding.Id, holding.Until, RetentionTable.Of(holding.Type).Basis));
            else free.Add(holding);
        }
        return (free, held);
    }
}
