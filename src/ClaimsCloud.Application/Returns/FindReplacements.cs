using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Claims;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Work;
using ClaimFile = ClaimsCloud.Application.Claims.ClaimFile;

namespace ClaimsCloud.Application.Returns;

/// <summary>
/// Claims of a file that take the place of open items by themselves: a re-claim by its 検索番号, the correction of a left-out claim when it certainly is the same claim.
/// Everything else is a person's to say.
/// </summary>
internal static class FindReplacements {
    public static async Task In(Stored<ClaimFile> file, TenantScope tenant, CancellationToken stop) {
        var open = new List<Stored<ReturnItem>>();
        await foreach (var item in tenant.AtRisk(stop))
            if (item.Value.WantsReplacement && item.Value.Work.Replacements.All(r => r.File != file.Id && r.Sealed is null)) open.Add(item);
        if (open.Count == 0) return;
        var claims = await OwnClaims.Identities(tenant, file.Id, stop);
        var bySearchNumber = claims.Where(c => c.Identity.SearchNumber is not null).ToLookup(c => c.Identity.SearchNumber!);
        foreach (var item in open) {
            var same = item.Value.SearchNumber is { } number ? file.Value.ReceivedAt >= item.Value.ReceivedAt && item.Value.Payer == file.Value.Check!.Payer ? [.. bySearchNumber[number]] : []
                : await CorrectionsOf(item.Value, file, claims, tenant, stop);
            if (same is [var only]) await Replace(item, file, only.Heading.Number, tenant, stop);
        }
    }

    private static async Task<List<(ClaimIdentity Identity, ClaimHeading Heading)>> CorrectionsOf(ReturnItem item, Stored<ClaimFile> file,
        IReadOnlyList<(ClaimIdentity Identity, ClaimHeading Heading)> claims, TenantScope tenant, CancellationToken stop) {
        if (item.ReturnFileId is not null || item.Claim is not { } left || left.FileId == file.Id) return [];
        if (await tenant.Documents.Get(ClaimFile.Kind, left.FileId, stop) is not { } original || original.Value.ReceivedAt > file.Value.ReceivedAt) return [];
        var identity = (await OwnClaims.Identities(tenant, left.FileId, stop))[left.Number - 1].Identity;
        return [.. claims.Where(c => ClaimMatch.Of(identity, c.Identity).Confidence == MatchConfidence.Certain)];
    }

    private static async Task Replace(Stored<ReturnItem> item, Stored<ClaimFile> file, int number, TenantScope tenant, CancellationToken stop) {
        var by = new Deed(Evidence.System, tenant.Now);
        var evidence = item.Value.SearchNumber is { } key ? $"検索番号 {key} の再請求が請求ファイルにあります。" : "訂正したレセプトが請求ファイルにあります。";
        var work = item.Value.Work;
        if (work.State == WorkState.Unlinked) work = work.Link(by, evidence).Work!;
        if (work.State == WorkState.Corrected) work = work.Withdraw(by, "新しい請求ファイルに替わりました。").Work!;
        var corrected = item.Value with { Work = work.Correct(by, evidence, (file.Id, number)).Work! };
        if (await tenant.Commit(tenant.Batch().Replace(item, corrected), stop) == CommitResult.Conflict) throw new IOException($"Item {item.Id} changed meanwhile.");
    }
}
