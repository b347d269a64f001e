using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Returns;

/// <summary>Brings the evidence of a claim file to the items whose replacements stand in it; what was refused or left out goes back to work.</summary>
internal static class ProveReplacements {
    public static async Task In(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        var lines = new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows);
        await foreach (var item in tenant.AtRisk(stop)) {
            var here = item.Value.Work.Replacements.Where(r => r.File == file.Id).ToList();
            if (here.Count == 0) continue;
            var said = new List<ClaimLine>();
            foreach (var replacement in here) said.AddRange(await lines.Read(replacement.Claim - 1, 1, stop));
            var proven = Prove(item.Value.Work, file, said, new(Evidence.System, tenant.Now));
            if (proven == item.Value.Work) continue;
            if (await tenant.Commit(tenant.Batch().Replace(item, item.Value with { Work = proven }), stop) == CommitResult.Conflict) throw new IOException($"Item {item.Id} changed meanwhile.");
        }
    }

    private static ReturnWork Prove(ReturnWork work, Stored<ClaimFile> file, IReadOnlyList<ClaimLine> said, Deed by) {
        work = work.FileSealed(by, file.Id, file.Value.Sha256).Work ?? work;
        if (said.FirstOrDefault(l => l.PayerAnswer == "refused" || l.Claimed == false) is { } refused)
            return work.Withdraw(by, refused.PayerAnswer == "refused" ? "受付不能になりました。" : "請求確定の対象外になりました。").Work ?? work;
        if (Hash(file.Value, "answered") is { } answered) work = work.FileAnswered(by, file.Id, answered).Work ?? work;
        // Only a claim that the list itself calls claimed is proven.
        if (Hash(file.Value, "confirmed") is { } confirmed && said.All(l => l.Claimed == true)) work = work.FileConfirmed(by, file.Id, confirmed).Work ?? work;
        return work;
    }

    private static string? Hash(ClaimFile file, string link) => file.Chain.LastOrDefault(l => l.Kind == link)?.Sha256;
}
