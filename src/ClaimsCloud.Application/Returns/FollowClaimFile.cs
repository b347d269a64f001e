using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Returns;

/// <summary>
/// A claim file moved: claims in it may take the place of returned ones, and the payer's lists about it are evidence for those. Everything is read from the file as it
/// is now, so messages may come late, twice or in any order.
/// </summary>
internal static class FollowClaimFile {
    public static async Task Handle(Received<ClaimFileMoved> message, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, message.Body.FileId, stop) is { Value.Check.Readable: true } file && !file.Value.IsCare) await Follow(file, tenant, stop);
        await TellMonth.Now(tenant, stop);
    }

    private static async Task Follow(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        if (file.Value.State == ClaimFileState.Confirmed) await LeftOutClaims.Create(file, tenant, stop);
        await FindReplacements.In(file, tenant, stop);
        if (file.Value.Seal is not null) await ProveReplacements.In(file, tenant, stop);
    }
}
