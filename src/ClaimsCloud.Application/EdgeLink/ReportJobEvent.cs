using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>What happened to a job on the site, once per event key. The receipt is the same however often it is asked for.</summary>
internal static class ReportJobEvent {
    private const int CodeLength = 64;

    public static async Task<Results<Ok<EdgeReceipt>, Refused>> Handle(string jobId, JobEvent happened, TenantScope tenant, PlatformScope platform, Caller device, CancellationToken stop) {
        if (string.IsNullOrEmpty(happened.EventKey) || !DocumentLimits.IsId(happened.EventKey) || !Enum.IsDefined(happened.Kind) || !IsCode(happened)) return (Refused)Refusals.BadRequest;
        if (happened.Proof is { } proof && (await platform.Documents.Get(Device.Kind, device.Id, stop))?.Value.Signed(EdgeProof.OfEvent(jobId, happened), proof) != true) return (Refused)Refusals.ProofRefused;
        while (true) {
            if (await tenant.Documents.Get(Job.Kind, jobId, stop) is not { } stored || stored.Value.DeviceId != device.Id) return (Refused)Refusals.NotFound;
            var job = stored.Value;
            if (job.Events.FirstOrDefault(e => e.Event.EventKey == happened.EventKey) is { } known)
                return known.Event == happened ? TypedResults.Ok(known.Receipt with { Duplicate = true }) : (Refused)Refusals.KeyReused;
            if (!job.MayMove(happened.Kind)) return (Refused)Refusals.IllegalMove(Job.NameOf(job.State), Job.NameOf(Job.After(happened.Kind)));
            // Other bytes than the sealed ones are never progress; the connector has to say that it could not place the file.
            if (happened.Kind != JobEventKind.Refused && happened.Sha256 != job.Sha256) return (Refused)Refusals.HashDiffers;

            var receipt = new EdgeReceipt(tenant.Ids.Next(), happened.Sha256, tenant.Now, false);
            var moved = job with { State = Job.After(happened.Kind), Events = [.. job.Events, new(happened, device.Id, receipt)] };
            var batch = tenant.Batch().Replace(stored, moved).SendToPlatform(new JobSeen(jobId, job.For, Json.CamelCase(moved.State), job.CreatedAt, tenant.Now));
            if (job.For == JobKind.Eligibility) batch.Send(new AskReported(jobId));
            else batch.Send(new JobReported(jobId));
            if (await tenant.Commit(batch, stop) == CommitResult.Committed) return TypedResults.Ok(receipt);
        }
    }

    private static bool IsCode(JobEvent happened) => happened.Kind == JobEventKind.Refused
        ? happened.Code is { Length: > 0 and <= CodeLength } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        : happened.Code is null;
}
