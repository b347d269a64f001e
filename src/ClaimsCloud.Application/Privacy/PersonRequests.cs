using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Privacy;

/// <summary>What an admin asks for one patient: data in a file, or gone.</summary>
internal static class PersonRequests {
    private const int Shown = 50, NameLength = 100;

    public static async Task<Ok<PersonRequestRow[]>> List(TenantScope tenant, CancellationToken stop) {
        var newest = await tenant.Documents.Query(new IndexQuery<PersonRequest>(PersonRequest.Kind, PersonRequest.ByTime, IndexRange.All, QueryOrder.Descending, Shown), stop);
        return TypedResults.Ok(newest.Items.Select(r => r.Value.Row(r.Id)).ToArray());
    }

    public static async Task<Results<Ok<PersonRequestRow>, Refused>> Read(string personRequestId, TenantScope tenant, CancellationToken stop) =>
        DocumentLimits.IsId(personRequestId) && await tenant.Documents.Get(PersonRequest.Kind, personRequestId, stop) is { } request ? TypedResults.Ok(request.Value.Row(request.Id)) : (Refused)Refusals.NotFound;

    public static async Task<Results<Accepted<PersonRequestRow>, Refused>> Ask(PersonAsked asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (!Enum.IsDefined(asked.Wish) || await Subject(asked.Patient, asked.Name, tenant, stop) is not ({ } mark, var patient, var name)) return (Refused)Refusals.NotFound;
        var (id, request) = (tenant.Ids.Next(), new PersonRequest(asked.Wish, PersonRequestState.Running, patient, name, mark, tenant.Now, caller.Id, 0, 1, null, null, null, null, 0, []));
        var batch = tenant.Batch().Create(PersonRequest.Kind, id, request);
        if (asked.Wish == PersonWish.Export) batch.Send(new PersonExportWanted(id));
        else batch.Send(new PersonErasureWanted(id));
        await tenant.Commit(batch, new(asked.Wish == PersonWish.Export ? AuditAct.PersonExportAsked : AuditAct.PersonErasureAsked, caller, mark, id), stop);
        return TypedResults.Accepted($"/{PrivacyRoutes.Requests}/{id}", request.Row(id));
    }

    public static async Task<Results<Ok<PersonPlan>, Refused>> Plan(string? patient, string? name, TenantScope tenant, CancellationToken stop) {
        if (await Subject(patient, name, tenant, stop) is not ({ }, var key, var typed)) return (Refused)Refusals.NotFound;
        var (free, held) = await ErasePerson.Plan(await PersonWords.Of(key, typed, tenant, stop), tenant, stop);
        return TypedResults.Ok(new PersonPlan(RunRetention.Counts(free), held));
    }

    public static async Task<IResult> Download(string personRequestId, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (!DocumentLimits.IsId(personRequestId) || await tenant.Documents.Get(PersonRequest.Kind, personRequestId, stop) is not { Value: { Blob: { } blob } request } || tenant.Today() > request.Until) return new Refused(Refusals.NotFound);
        await tenant.Record(new(AuditAct.PersonExportTaken, caller, request.Mark, personRequestId), stop);
        return new RangedContent(tenant.Blobs, blob, personRequestId, $"personal-data-{personRequestId}.zip");
    }

    /// <summary>Null for a key that no month has, and for no key and no name.</summary>
    private static async Task<(string Mark, string? Patient, string? Name)?> Subject(string? patient, string? name, TenantScope tenant, CancellationToken stop) {
        if (!string.IsNullOrEmpty(patient)) return await FindPatients.ByKey(patient, tenant, stop) is null ? null : (PatientMark.Of(patient), patient, null);
        return name?.Trim() is { Length: > 1 and <= NameLength } typed ? (PatientMark.Of($"name\n{typed}"), null, typed) : null;
    }
}
