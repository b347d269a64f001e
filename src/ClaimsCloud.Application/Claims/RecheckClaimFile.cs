using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Checks a file anew, by the rules and settings of now. Until it is checked, it is not.</summary>
internal static class RecheckClaimFile {
    public static async Task<Results<Accepted<ClaimFileDetail>, Refused>> Handle(string fileId, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return (Refused)Refusals.NotFound;
        if (!file.Value.Move(ClaimFileState.Received).Succeeded(out var again, out var refusal)) return (Refused)refusal;
        again = again with { Check = null, CheckedBytes = 0 };
        var batch = tenant.Batch().Replace(file, again).Send(new ClaimFileUploaded(fileId));
        return await tenant.Commit(batch, stop) == CommitResult.Committed
            ? TypedResults.Accepted($"/{PortalRoutes.ClaimFiles}/{fileId}", ClaimFileViews.Detail(fileId, again, tenant.Now)) : (Refused)Refusals.ChangedMeanwhile;
    }
}
