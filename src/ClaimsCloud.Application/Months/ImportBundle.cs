using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Application.Months;

/// <summary>
/// Brings a bundle into its month, some patients a commit. A delivery that died half-way is done again: what is already in the store is then unchanged, and the
/// report is the one that was written before the first commit.
/// </summary>
internal static class ImportBundle {
    public static async Task Handle(Received<BundleUploaded> message, TenantScope tenant, CancellationToken stop) {
        var importId = message.Body.ImportId;
        var import = await tenant.Documents.Get(MonthImport.Kind, importId, stop) ?? throw new IOException($"Import {importId} is missing.");
        var month = await tenant.Month(import.Value.Month, stop) ?? throw new IOException($"Month {import.Value.Month} is missing.");
        // Overtaken by a later import, or done before the message was deleted.
        if (month.Value.ImportId != importId || month.Value.State != MonthState.Importing) return;

        var sheets = await tenant.Sheets(import.Value.Month, stop);
        var (reading, merged) = Read(import.Value, await File(importId, tenant, stop), sheets, tenant.StationCode);
        if (import.Value.RowRows is null) import = await ImportReport.Write(importId, import, reading, merged, tenant, stop);
        if (merged is null) {
            await Finish(message, import, month, ImportState.Refused, tenant, stop);
            return;
        }
        foreach (var part in Parts(import.Value, importId, sheets, merged, tenant)) (import, month) = await Save(part, import, month, tenant, stop);
        await Finish(message, import, month, ImportState.Done, tenant, stop);
    }

    /// <returns>No merge when nothing of the file can be taken.</returns>
    private static (BundleReading Reading, MergedBundle? Merged) Read(MonthImport import, MemoryStream file, IReadOnlyList<Stored<Sheet>> sheets, string stationCode) {
        var reading = OversizedPatients.Refuse(CarePlanFile.IsOne(file.GetBuffer().AsSpan(0, (int)file.Length)) ? Plans(import, file, sheets) : BundleReader.ReadFor(stationCode, file));
        if (reading.Bundle is { } bundle && bundle.Month.ToString() != import.Month) reading = new(null, [], [.. reading.Findings, OtherMonth(bundle.Month.ToString(), import.Month)]);
        return (reading, reading.Bundle is null ? null : sheets.Count == 0 ? BundleMerge.First(reading) : BundleMerge.Into(BundleRows.ToBundle(sheets.Rows()), reading));
    }

    /// <summary>サービス提供票別表 alone: it goes into the month as it is stored.</summary>
    private static BundleReading Plans(MonthImport import, MemoryStream file, IReadOnlyList<Stored<Sheet>> sheets) =>
        sheets.Count == 0 ? new(null, [], [NoMonth(import.Month)]) : CarePlanFile.Into(new(BundleRows.ToBundle(sheets.Rows()), [], []), file);

    private static IEnumerable<SheetPart> Parts(MonthImport import, string importId, IReadOnlyList<Stored<Sheet>> sheets, MergedBundle merged, TenantScope tenant) {
        var before = sheets.ToDictionary(s => s.Value.Patient, s => s.Value);
        var after = BundleRows.Of(merged.Bundle).GroupBy(r => r.Patient).ToDictionary(g => g.Key, g => g.ToArray());
        var (changed, edits) = (new List<Sheet>(), new Dictionary<string, MonthEdit>());
        foreach (var patient in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)) {
            var was = before.GetValueOrDefault(patient);
            var now = after.GetValueOrDefault(patient) ?? [];
            if (RowEdits.Between(was?.Rows ?? [], now) is not { Any: true } difference) continue;
            changed.Add(Sheet.Of(import.Month, patient, (was?.Revision ?? 0) + 1, now));
            edits[patient] = new(import.Month, patient, tenant.Now, import.Actor, $"「{import.Name}」の取り込み：{difference.What}", null, difference.Cells);
        }
        return SheetParts.Of(changed, edits);
    }

    private static async Task<(Stored<MonthImport>, Stored<CareMonth>)> Save(SheetPart part, Stored<MonthImport> import, Stored<CareMonth> month, TenantScope tenant, CancellationToken stop) {
        var batch = tenant.Batch();
        var (patients, visits) = (0, 0);
        foreach (var sheet in part.Sheets) {
            var was = await tenant.Sheet(sheet.Month, sheet.Patient, stop);
            if (was is null) batch.Create(Sheet.Kind, Sheet.IdOf(sheet.Month, sheet.Patient), sheet);
            else if (sheet.Rows.Count == 0) batch.Delete(was);
            else batch.Replace(was, sheet);
            if (!sheet.IsStation) patients += (sheet.Rows.Count > 0 ? 1 : 0) - (was is null ? 0 : 1);
            visits += sheet.Visits - (was?.Value.Visits ?? 0);
        }
        foreach (var edit in part.Edits) batch.Create(MonthEdit.Kind, tenant.Ids.Next(), edit);
        batch.Replace(month, month.Value.Changed(tenant.Now, patients, visits));
        batch.Replace(import, import.Value with { Step = import.Value.Step + part.Sheets.Count });
        await Commit(batch, import.Id, tenant, stop);
        return await Again(import.Id, month.Id, tenant, stop);
    }

    private static async Task Finish(Received<BundleUploaded> message, Stored<MonthImport> import, Stored<CareMonth> month, ImportState state, TenantScope tenant, CancellationToken stop) {
        var batch = tenant.Batch().Consume(message).Replace(import, import.Value with { State = state, Step = import.Value.Steps })
            .Replace(month, month.Value.Changed(tenant.Now, 0, 0) with { State = MonthState.Open });
        // A month whose first file was refused is open all the same, with what an empty one has.
        if (await tenant.Sheet(month.Id, null, stop) is null)
            batch.Create(Sheet.Kind, Sheet.IdOf(month.Id, ""), Sheet.Of(month.Id, "", 1, OpenMonth.FirstRows(MonthReads.Parse(month.Id)!.Value, tenant)));
        await Commit(batch, import.Id, tenant, stop);
    }

    private static async Task Commit(Batch batch, string importId, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Commit(batch, stop) == CommitResult.Conflict) throw new IOException($"Import {importId} was overtaken.");
    }

    private static async Task<(Stored<MonthImport>, Stored<CareMonth>)> Again(string importId, string month, TenantScope tenant, CancellationToken stop) =>
        (await tenant.Documents.Get(MonthImport.Kind, importId, stop) ?? throw new IOException($"Import {importId} is missing."),
            await tenant.Month(month, stop) ?? throw new IOException($"Month {month} is missing."));

    private static async Task<MemoryStream> File(string importId, TenantScope tenant, CancellationToken stop) {
        await using var blob = await tenant.Blobs.Open(MonthImport.FileBlob(importId), 0, null, stop) ?? throw new IOException($"Bytes of import {importId} are missing.");
        var file = new MemoryStream();
        await blob.Content.CopyToAsync(file, stop);
        file.Position = 0;
        return file;
    }

    private static BundleFinding NoMonth(string month) => new("no-month", Severity.FileRefused, Verdict.Fail, "", new("carePlans", "", ""),
        $"{month}の記録がまだありません。サービス提供票別表だけでは月を始められません。", "先に、利用者と訪問の記録を取り込んでください。", "月次の記録一式の形（month-bundle.md）");

    private static BundleFinding OtherMonth(string inFile, string asked) => new("other-month", Severity.FileRefused, Verdict.Fail, "", new("bundle", "", "month"),
        $"ファイルは{inFile}の記録です。{asked}には取り込めません。", "その月の画面から取り込むか、正しいファイルを選んでください。", "月次の記録一式の形（month-bundle.md）");
}
