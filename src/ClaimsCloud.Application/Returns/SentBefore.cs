using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Returns;

/// <summary>Claims of a file that the payer has already and did not send back: to send them once more is to claim twice.</summary>
internal static class SentBefore {
    /// <returns>Their positions in the file, from 1.</returns>
    public static async Task<IReadOnlyList<int>> In(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        if (file.Value.Check is not { Payer: { } payer } check) return [];
        var cameBack = new HashSet<ClaimRef>();
        await foreach (var item in tenant.All(ReturnItem.ByReceipt, stop))
            if (item.Value.Claim is { } claim) cameBack.Add(claim);
        var sent = await OwnClaims.Sent(tenant, payer, check.ServiceMonths, cameBack, stop);
        return [.. (await OwnClaims.Identities(tenant, file.Id, stop)).Where(c => sent.Contains(c.Identity)).Select(c => c.Heading.Number)];
    }
}
