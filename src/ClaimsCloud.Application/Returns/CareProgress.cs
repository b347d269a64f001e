using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Application.Returns;

/// <summary>Brings lists of 国保連合会 as evidence to the care files that they are about; a file is at its end when every claim in it is decided. Repeating it changes nothing.</summary>
internal static class CareProgress {
    public static async Task Follow(IReadOnlyCollection<string> serviceMonths, CareAccount account, TenantScope tenant, CancellationToken stop) {
        var lists = new List<CareAnswers>();
        foreach (var month in serviceMonths) lists.AddRange(await CareAnswers.Of(CareAnswers.ByService, month, tenant, stop));
        foreach (var fileId in account.Items.Select(i => i.Sending.FileId).Distinct()) {
            if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } stored) continue;
            // A file may hold months that this account is not about: it is judged by all of its own.
            var all = stored.Value.Check!.ServiceMonths!.Except(serviceMonths).Any() ? await CareAccounts.Of(stored.Value.Check.ServiceMonths!, tenant, stop) : account;
            List<CareItem> items = [.. all.Items.Where(i => i.Sending.FileId == fileId)];
            var moved = Moved(stored.Value, items, lists.Where(l => string.CompareOrdinal(l.ReviewMonth, stored.Value.Check.ClaimMonth) >= 0), tenant);
            if (moved == stored.Value) continue;
            if (await tenant.Commit(tenant.Batch().Replace(stored, moved).Send(new OpenFilesChanged(fileId)), stop) == CommitResult.Conflict) throw new IOException($"Claim file {fileId} changed meanwhile.");
        }
    }

    private static ClaimFile Moved(ClaimFile file, List<CareItem> items, IEnumerable<CareAnswers> lists, TenantScope tenant) {
        var sums = CareSums.Of(items);
        CareAnswers? last = null;
        foreach (var list in lists.OrderBy(l => l.ReceivedAt).ThenBy(l => l.ReturnFileId, StringComparer.Ordinal)) {
            last = list;
            if (file.Chain.Any(l => l.Sha256 == list.Sha256)) continue;
            var link = Evidence.CareAnswered(list.Sha256, tenant.Now, list.DeviceId, list.Exchange, sums, items.Count(i => i.State == CareState.Returned), items.Count(i => i.State == CareState.Held), items.Count(i => i.State == CareState.Paid));
            // A list can overtake the connector's last word; what is not allowed yet is evidence all the same.
            file = file.State is ClaimFileState.Confirmed || !file.Move(ClaimFileState.Answered, link).Succeeded(out var answered, out _) ? file.WithLateEvidence(link) : answered;
        }
        var settled = last is not null && items.Count > 0 && items.TrueForAll(i => i.State is CareState.Paid or CareState.Returned or CareState.Withdrawn);
        return settled && file.Move(ClaimFileState.Confirmed, Evidence.CareSettled(last!.Sha256, tenant.Now, last.DeviceId, sums)).Succeeded(out var confirmed, out _) ? confirmed : file;
    }
}
