using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Returns;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Submissions;

/// <summary>
/// From here on hash, size and counts are fixed: what reaches the closed network has to be these bytes. Claims that the payer has already go out again only when a
/// person says why.
/// </summary>
internal static class SealClaimFile {
    /// <summary>The official name; every file of every month has it, so each gets a folder of its own.</summary>
    private const string OfficialName = "RECEIPTH.UKE";

    private const int LongestWhy = 200;

    public static async Task<Results<Ok<ClaimFileDetail>, Refused>> Handle(string fileId, SealRequest? request, TenantScope tenant, Caller caller, JobBell bell, CancellationToken stop) {
        if (request?.WhyAgain?.Length > LongestWhy) return (Refused)Refusals.BadRequest;
        while (true) {
            var turn = await tenant.Documents.Get(SealTurn.Kind, SealTurn.Id, stop);
            if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            if (ClaimFileViews.WhyNotSealable(stored.Value) is { } why) return (Refused)why;
            if (await CardsAtSealing.WhyNot(fileId, stored.Value, tenant, stop) is { } cards) return (Refused)cards;
            CareHandOver? care = null;
            if (stored.Value.IsCare && !(await CareHandOver.Of(stored, tenant, stop)).Succeeded(out care, out var no)) return (Refused)no;
            var sentBefore = care is null ? await SentBefore.In(stored, tenant, stop) : [];
            if (sentBefore.Count > 0 && string.IsNullOrWhiteSpace(request?.WhyAgain)) return (Refused)Refusals.SentBefore(sentBefore);
            var jobId = tenant.Ids.Next();
            var seal = new SealedFile(jobId, FolderName(stored.Value, jobId), care?.FileName ?? OfficialName, null);
            if (!(stored.Value with { Seal = seal }).Move(ClaimFileState.Sealed, Evidence.Sealed(stored.Value, tenant.Now, caller, sentBefore.Count, request?.WhyAgain)).Succeeded(out var file, out var illegal))
                return (Refused)illegal;
            var job = new Job(fileId, ClaimFile.OriginalBlob(fileId), seal.Folder, seal.FileName, file.Sha256, file.Size, tenant.Now, JobState.Waiting, null, [], care is null ? JobKind.ClaimFile : JobKind.CareClaimFile);
            var batch = tenant.Batch().Replace(stored, file).Create(Job.Kind, jobId, job).Send(new ClaimFileMoved(fileId))
                .SendToPlatform(new JobSeen(jobId, job.For, Json.CamelCase(job.State), job.CreatedAt, tenant.Now));
            batch = turn is null ? batch.Create(SealTurn.Kind, SealTurn.Id, new(fileId)) : batch.Replace(turn, new(fileId));
            care?.Count(batch);
            if (await tenant.Commit(batch, new Act(AuditAct.FileSealed, caller, fileId), stop) != CommitResult.Committed) continue;
            bell.Ring(tenant.Id);
            return TypedResults.Ok(ClaimFileViews.Detail(fileId, file, tenant.Now));
        }
    }

    /// <summary>Month, payer (s 支払基金, k 国保連, c 国保連 of 介護) and a part of the job's id: a person can tell the folders apart, and none comes twice.</summary>
    private static string FolderName(ClaimFile file, string jobId) =>
        $"{file.Check?.ClaimMonth ?? "000000"}-{(file.IsCare ? "c" : file.Check?.Payer == "2" ? "k" : "s")}-{jobId[..8]}";
}
