using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Submissions;

/// <summary>
/// Brings a claim file to where its job is. It looks at everything the job knows, in the job's own order, so that messages may come late, twice
/// or in any order.
/// </summary>
internal static class FollowJob {
    public static async Task Handle(Received<JobReported> message, TenantScope tenant, CancellationToken stop) {
        var job = await tenant.Documents.Get(Job.Kind, message.Body.JobId, stop) ?? throw new IOException($"Job {message.Body.JobId} is missing.");
        var stored = await tenant.Documents.Get(ClaimFile.Kind, job.Value.FileId, stop) ?? throw new IOException($"Claim file {job.Value.FileId} is missing.");
        // After a refused placement the file may have been sealed again: an old job has nothing more to say about it.
        if (stored.Value.Seal?.JobId != job.Id) return;

        var file = stored.Value;
        foreach (var report in job.Value.Events.Skip(file.Seal!.ReportsFollowed)) file = Follow(file, job.Value.For, report);
        if (file.Seal!.ReportsFollowed == stored.Value.Seal.ReportsFollowed) return;
        var batch = tenant.Batch().Consume(message).Replace(stored, file);
        if (file.State is ClaimFileState.Placed or ClaimFileState.SeenUnchanged) batch.Send(new AnswersMayFit(stored.Id));
        if (await tenant.Commit(batch, stop) == CommitResult.Conflict) throw new IOException($"Claim file {stored.Id} changed meanwhile.");
    }

    private static ClaimFile Follow(ClaimFile file, JobKind kind, RecordedEvent report) {
        var (happened, receipt) = (report.Event, report.Receipt);
        var link = Evidence.OfJob(kind, happened.Kind, happened.Sha256, receipt.At, happened.At, report.DeviceId, happened.Code);
        var counted = file with { Seal = file.Seal! with { ReportsFollowed = file.Seal.ReportsFollowed + 1 } };
        var to = happened.Kind switch {
            JobEventKind.Fetched => ClaimFileState.Fetched,
            JobEventKind.Placed => ClaimFileState.Placed,
            JobEventKind.SeenUnchanged => ClaimFileState.SeenUnchanged,
            _ => ClaimFileState.PlaceRefused,
        };
        // The payer's answer can overtake the connector's last look; that look is evidence all the same.
        return counted.Move(to, link).Succeeded(out var moved, out _) ? moved : counted.WithLateEvidence(link);
    }
}
