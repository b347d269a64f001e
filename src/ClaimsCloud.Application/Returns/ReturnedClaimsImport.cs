using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Returns;

/// <summary>
/// A return file becomes one work item a claim, or nothing at all. Items have ids of their own making and go in before the file is marked as imported: an import
/// that died half-way is finished by the next delivery of its message.
/// </summary>
internal static class ReturnedClaimsImport {
    private const int ItemsAtOnce = 50;

    /// <returns>The file with its outcome; the caller commits it.</returns>
    public static async Task<ReturnFile> Run(string id, ReturnFile file, TenantScope tenant, CancellationToken stop) {
        if (file.Size > ReturnFile.LargestRead) return file.Settled(Outcomes.Kept, "返戻ファイルとしては大きすぎるため、保管だけしています。");
        var same = await tenant.Documents.Query(new IndexQuery<ReturnFile>(
            ReturnFile.DocumentKind, ReturnFile.ByImportedContent, IndexRange.Exactly(file.Sha256), QueryOrder.Ascending, 1), stop);
        if (same.Items is [var earlier]) return file.Settled(Outcomes.Duplicate, $"同じ内容のファイルを取り込み済みです。{earlier.Value.Detail}");

        var read = ReturnedClaimFile.Read(await tenant.ReadAll(file.Blob, stop));
        if (read.Damaged) return file.Settled(Outcomes.Damaged, "ファイルが壊れているため、取り込んでいません。", read.Findings);
        if (read.Header is not { Payer: { } payer, StationCode: { } station }) return file.Settled(Outcomes.Unmatched, "審査支払機関またはステーションコードを読み取れないため、取り込んでいません。", read.Findings);
        if (station != tenant.StationCode) return file.Settled(Outcomes.Unmatched, "別のステーションの返戻ファイルです。取り込んでいません。", read.Findings);

        var items = await Items(id, file, read, payer, tenant, stop);
        foreach (var chunk in items.Chunk(ItemsAtOnce)) await Create(chunk, tenant, stop);
        var linked = items.Count(i => i.Item.Claim is not null);
        return file.Settled(Outcomes.Imported, $"返戻{read.Claims.Count}件を取り込みました（照合済み{linked}件、確認待ち{items.Count - linked}件、登録済み{read.Claims.Count - items.Count}件）。", read.Findings);
    }

    private static async Task<List<(string Id, ReturnItem Item)>> Items(string id, ReturnFile file, ReturnedClaimFile read, string payer, TenantScope tenant, CancellationToken stop) {
        var own = await OwnClaims.Find(tenant, payer, [.. read.Claims.Select(c => ClaimIdentity.Of(c.Data))], stop);
        var items = new List<(string, ReturnItem)>();
        foreach (var (index, claim) in read.Claims.Index()) {
            var item = Item(id, file, claim, payer, own[index], tenant);
            if (!await IsKnown(id, item, tenant, stop)) items.Add((ReturnItem.IdOf(id, claim.Number), item));
        }
        return items;
    }

    private static ReturnItem Item(string id, ReturnFile file, ReturnedClaim claim, string payer, IReadOnlyList<OwnClaim> own, TenantScope tenant) {
        var heading = claim.Data.Heading;
        var certain = own.Where(c => c.Match.Confidence == MatchConfidence.Certain).ToList();
        // The same claim in an older file is its earlier sending; two in one file are two claims.
        var settled = certain is [var newest, ..] && certain.Count(c => c.Ref.FileId == newest.Ref.FileId) == 1 ? newest : null;
        var work = settled is null ? ReturnWork.New : ReturnWork.New.Link(new(Evidence.System, tenant.Now), Agreement(settled.Match)).Work!;
        return new(id, claim.Number, payer, file.ReceivedAt, claim.SearchNumber, claim.Reasons.Select(r => r.ProcessingMonth?.ToString()).FirstOrDefault(m => m is not null),
            heading.PatientName, heading.ServiceMonth, heading.TotalYen, [.. claim.Reasons.Select(r => new ItemReason(r.Code, r.Category, r.Code is null ? r.Raw : $"{r.Text}　{r.Supplement}".Trim('　')))],
            settled?.Ref, [.. own.Select(c => c.Candidate)], work, null, null);
    }

    private static string Agreement(ClaimMatch match) =>
        $"一致した項目：{string.Join('・', Enum.GetValues<MatchEvidence>().Where(e => e != MatchEvidence.None && match.Evidence.HasFlag(e)).Select(Word))}";

    private static string Word(MatchEvidence evidence) => evidence switch {
        MatchEvidence.SearchNumber => "検索番号", MatchEvidence.ChartNumber => "訪問看護記録番号等", MatchEvidence.Name => "氏名", MatchEvidence.Kana => "カタカナ",
        MatchEvidence.BirthDate => "生年月日", MatchEvidence.Insured => "被保険者番号", _ => "受給者番号",
    };

    /// <summary>The same return of the same claim in another download: counted once.</summary>
    private static async Task<bool> IsKnown(string id, ReturnItem item, TenantScope tenant, CancellationToken stop) {
        if (item.SearchNumber is null) return false;
        var same = await tenant.Documents.Query(new IndexQuery<ReturnItem>(
            ReturnItem.Kind, ReturnItem.BySearchNumber, IndexRange.Exactly(item.SearchNumber), QueryOrder.Ascending, DocumentLimits.QueryItems), stop);
        return same.Items.Any(i => i.Value.ReturnFileId != id && i.Value.Payer == item.Payer && i.Value.ProcessingMonth == item.ProcessingMonth);
    }

    private static async Task Create(IReadOnlyList<(string Id, ReturnItem Item)> items, TenantScope tenant, CancellationToken stop) {
        var batch = tenant.Batch();
        foreach (var (itemId, item) in items)
            if (await tenant.Documents.Get(ReturnItem.Kind, itemId, stop) is null) batch.Create(ReturnItem.Kind, itemId, item);
        if (batch.Changes.Count > 0 && await tenant.Commit(batch, stop) == CommitResult.Conflict) throw new IOException("Return items were made twice at once.");
    }
}
