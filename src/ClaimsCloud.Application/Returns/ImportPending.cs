using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Returns;

/// <summary>A claim file moved on: answers that did not fit before are tried again, oldest first.</summary>
internal static class ImportPending {
    public static async Task Handle(Received<AnswersMayFit> message, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, message.Body.FileId, stop) is { Value: { IsCare: true, Check.ServiceMonths: { } months } }) {
            await CareProgress.Follow(months, await CareAccounts.Of(months, tenant, stop), tenant, stop);
            return;
        }
        await foreach (var pending in tenant.Documents.All(ReturnFile.DocumentKind, ReturnFile.ByPending, IndexRange.All, stop)) await Again(pending, tenant, stop);
    }

    private static async Task Again(Stored<ReturnFile> pending, TenantScope tenant, CancellationToken stop) {
        await using var import = await AnswerImport.Try(pending.Value, tenant, stop);
        if (import.File.Outcome == pending.Value.Outcome) return;
        if (await import.Commit(tenant.Batch().Replace(pending, import.File), stop) == CommitResult.Conflict) throw new IOException($"Return file {pending.Id} changed meanwhile.");
    }
}
