using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Checks a file anew, by the rules and settings of now. Until it is checked, it is not.</summary>
internal static class RecheckClaimFile {
    public static async Task<Results<Accepted<ClaimFileDetail>, Refused>> Handle(string fileId, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return (Refused)Refusals.NotFound;
        if (!(await Again(file, tenant, stop)).Succeeded(out var again, out var refusal)) return (Refused)refusal;
        return TypedResults.Accepted($"/{PortalRoutes.ClaimFiles}/{fileId}", ClaimFileViews.Detail(fileId, again, tenant.Now));
    }

    /// <summary>Files that wait for their seal are checked again when their check did not know what is known now.</summary>
    public static async Task WhenCardsAreKnown(Received<CardsKnown> message, TenantScope tenant, CancellationToken stop) {
        CardChecks? cards = null;
        await foreach (var file in tenant.Documents.All(ClaimFile.Kind, ClaimFile.ByOpen, IndexRange.All, stop)) {
            if (file.Value is not { State: ClaimFileState.Checked, Own: not null }) continue;
            cards ??= await CardChecks.Read(tenant, stop);
            if (await CardsAtSealing.AreAsChecked(file.Id, file.Value, cards, tenant, stop)) continue;
            if (!(await Again(file, tenant, stop)).Succeeded(out _, out _)) throw new IOException($"Claim file {file.Id} was changed while answers came for it.");
        }
        await tenant.Commit(tenant.Batch().Consume(message), stop);
    }

    private static async Task<Outcome<ClaimFile>> Again(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        if (!file.Value.Move(ClaimFileState.Received).Succeeded(out var again, out var refusal)) return refusal;
        again = again with { Check = null, CheckedBytes = 0 };
        return await tenant.Commit(tenant.Batch().Replace(file, again).Send(new ClaimFileUploaded(file.Id)), stop) == CommitResult.Committed ? again : Refusals.ChangedMeanwhile;
    }
}
