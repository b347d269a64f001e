using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Application.Returns;

/// <summary>
/// A file from 国保連合会 (介護): what it says is kept by service month, before the file is marked as imported, so that a delivery that died half-way is finished by the next. The account of each
/// month follows from it; claim files only get their evidence.
/// </summary>
internal static class CareAnswersImport {
    private const string KindPrefix = "care-";

    /// <returns>The file with its outcome; the caller commits it.</returns>
    public static async Task<ReturnFile> Run(string id, ReturnFile file, TenantScope tenant, CancellationToken stop) {
        if (file.Size > ReturnFile.LargestRead) return file.Settled(Outcomes.Kept, "一覧としては大きすぎるため、保管だけしています。");
        var same = await tenant.Documents.Query(new IndexQuery<ReturnFile>(ReturnFile.DocumentKind, ReturnFile.ByImportedContent, IndexRange.Exactly(file.Sha256), QueryOrder.Ascending, 1), stop);
        if (same.Items is [var earlier]) return (file with { Kind = earlier.Value.Kind }).Settled(Outcomes.Duplicate, $"同じ内容のファイルを取り込み済みです。{earlier.Value.Detail}");
        var read = CareAnswerFile.Read(await tenant.ReadAll(file.Blob, stop));
        file = file with { Kind = KindPrefix + (read.Exchange.Length > 0 ? read.Exchange : "unknown") };
        if (read.Damaged) return file.Settled(Outcomes.Damaged, "ファイルが壊れているため、取り込んでいません。", read.Findings);
        if (read.Lines.Count == 0 && read.Totals is null) return file.Settled(Outcomes.Kept, "訪問看護の請求についての情報がないため、保管だけしています。", read.Findings);
        if (read.ReviewMonth.Length == 0) return file.Settled(Outcomes.Unmatched, "審査年月を読み取れないため、取り込んでいません。", read.Findings);

        if (await IsOfAnotherOffice(read.Office, tenant, stop)) return file.Settled(Outcomes.Unmatched, "別の事業所のファイルです。取り込んでいません。", read.Findings);

        await Keep(id, file, read, tenant, stop);
        var months = read.Lines.Select(l => l.ServiceMonth).Where(m => m.Length > 0).Distinct().ToList();
        var account = await CareAccounts.Of(months, tenant, stop);
        await CareProgress.Follow(months, account, tenant, stop);
        var linked = read.Lines.Count(l => account.Items.Any(i => i.Reasons.Contains(l)));
        var unlinked = account.Differences.Count(d => d.Code == "CA01" && d.ReviewMonth == read.ReviewMonth);
        return file.Settled(Outcomes.Imported, read.Lines.Any(l => l.Insured.Length > 0) ? $"{read.Lines.Count}行を取り込みました（請求と照合{linked}行、対応する請求なし{unlinked}件）。" : $"{read.ReviewMonth}審査分の{read.Lines.Count}行を取り込みました。", read.Findings);
    }

    /// <summary>A station that never handed a care file over from here may still get its lists here.</summary>
    private static async Task<bool> IsOfAnotherOffice(string office, TenantScope tenant, CancellationToken stop) {
        var ours = (await CareAccounts.HandedOver(IndexRange.All, tenant, stop)).Select(f => f.Value.Check!.StationCode).ToHashSet();
        return ours.Count > 0 && !ours.Contains(office);
    }

    private static async Task Keep(string id, ReturnFile file, CareAnswerFile read, TenantScope tenant, CancellationToken stop) {
        CareAnswers Of(string month, IReadOnlyList<CareAnswerLine> lines, CareTotals? totals) => new(id, read.Exchange, month, read.ReviewMonth, file.Sha256, file.DeviceId, file.ReceivedAt, lines, totals);
        var parts = read.Lines.GroupBy(l => l.ServiceMonth).SelectMany(m => m.Chunk(CareAnswers.MostLines).Select((lines, part) => (Id: CareAnswers.IdOf(id, m.Key, part), Answers: Of(m.Key, lines, null)))).ToList();
        if (read.Totals is not null) parts.Add((CareAnswers.IdOf(id, "sums", 0), Of("", [], read.Totals)));
        foreach (var (partId, answers) in parts)
            if (await tenant.Documents.Get(CareAnswers.Kind, partId, stop) is null && await tenant.Commit(tenant.Batch().Create(CareAnswers.Kind, partId, answers), stop) == CommitResult.Conflict)
                throw new IOException($"{partId} was made twice at once.");
    }
}
