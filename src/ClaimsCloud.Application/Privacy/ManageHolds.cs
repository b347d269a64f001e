using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Privacy;

/// <summary>Legal holds: set and lifted by a person, each with a reason.</summary>
internal static class ManageHolds {
    private const int ReasonLength = 200;

    public static async Task<Ok<LegalHoldRow[]>> List(TenantScope tenant, CancellationToken stop) {
        var rows = await tenant.Documents.All(LegalHold.Kind, LegalHold.ByTime, IndexRange.All, stop, QueryOrder.Descending).Select(h => h.Value.Row(h.Id)).ToListAsync(stop);
        return TypedResults.Ok(rows.OrderBy(r => r.LiftedAt is not null).ToArray());
    }

    public static async Task<Results<Ok<LegalHoldRow>, Refused>> Set(LegalHoldAsked asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (!Enum.IsDefined(asked.Kind) || Reason(asked.Reason) is not { } reason) return (Refused)Refusals.ReasonMissing;
        var patient = string.IsNullOrEmpty(asked.Patient) ? null : asked.Patient;
        var known = patient is null ? null : await FindPatients.ByKey(patient, tenant, stop);
        if (patient is not null && known is null) return (Refused)Refusals.NotFound;
        var (id, hold) = (tenant.Ids.Next(), new LegalHold(patient, known?.Name, asked.Kind, reason, tenant.Now, caller.Id, null, null, null));
        await tenant.Commit(tenant.Batch().Create(LegalHold.Kind, id, hold), new(AuditAct.LegalHoldSet, caller, patient is null ? "station" : PatientMark.Of(patient), id), stop);
        return TypedResults.Ok(hold.Row(id));
    }

    public static async Task<Results<Ok<LegalHoldRow>, Refused>> Lift(string holdId, LegalHoldLift asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (Reason(asked.Reason) is not { } reason) return (Refused)Refusals.ReasonMissing;
        if (!DocumentLimits.IsId(holdId) || await tenant.Documents.Get(LegalHold.Kind, holdId, stop) is not { } stored) return (Refused)Refusals.NotFound;
        if (stored.Value.LiftedAt is not null) return (Refused)Refusals.ChangedMeanwhile;
        var lifted = stored.Value with { LiftedAt = tenant.Now, LiftedBy = caller.Id, LiftReason = reason };
        var subject = lifted.Patient is { } patient ? PatientMark.Of(patient) : "station";
        // Waiting erasures look again at once.
        var batch = tenant.Batch().Replace(stored, lifted).Send(new RetentionDue());
        return await tenant.Commit(batch, new Act(AuditAct.LegalHoldLifted, caller, subject, holdId), stop) == CommitResult.Committed ? TypedResults.Ok(lifted.Row(holdId)) : (Refused)Refusals.ChangedMeanwhile;
    }

    private static string? Reason(string? text) => text?.Trim() is { Length: > 0 and <= ReasonLength } reason ? reason : null;
}
