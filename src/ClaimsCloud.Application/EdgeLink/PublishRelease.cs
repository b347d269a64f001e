using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Takes a signed release file from the vendor. The same program again changes how far it goes and with whose approval, and lets a stopped one go on.</summary>
internal static class PublishRelease {
    public static async Task<Results<Ok<DeskReleaseRow>, Refused>> Handle(int? share, HttpRequest request, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (share is not (null or >= 1 and <= 100)) return (Refused)Refusals.BadRequest;
        if (await EdgeRelease.ReadNotice(request.Body, stop) is not { } notice || Release.IdOf(notice.Runtime, notice.Version) is not { } id) return (Refused)Refusals.NotARelease;
        var blob = $"releases/{platform.Ids.Next()}";
        var stored = await platform.Blobs.Put(blob, request.Body, stop) ?? throw new IOException($"Blob {blob} came twice.");
        if (stored.Sha256 != notice.Sha256) {
            await platform.Blobs.Delete(blob, CancellationToken.None);
            return (Refused)Refusals.HashDiffers;
        }
        while (true) {
            var known = await platform.Documents.Get(Release.Kind, id, stop);
            if (known is not null && known.Value.Notice.Sha256 != notice.Sha256) {
                await platform.Blobs.Delete(blob, CancellationToken.None);
                return (Refused)Refusals.KeyReused;
            }
            var release = known is null ? new Release(notice, blob, stored.Size, share ?? 100, platform.Now, null, 0, [])
                : known.Value with { Notice = notice, Share = share ?? 100, PublishedAt = platform.Now, StoppedAt = null, FailedAt = [] };
            var batch = known is null ? platform.Batch().Create(Release.Kind, id, release) : platform.Batch().Replace(known, release);
            if (await platform.Commit(batch, new Act(AuditAct.ReleasePublished, caller, id, $"share:{release.Share}"), stop) != CommitResult.Committed) continue;
            if (known is not null) await platform.Blobs.Delete(blob, CancellationToken.None);
            return TypedResults.Ok(Release.Row(id, release));
        }
    }
}
