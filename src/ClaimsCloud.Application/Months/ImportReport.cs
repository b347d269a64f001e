using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Months;

/// <summary>What an import will do, row by row, written before it does anything.</summary>
internal static class ImportReport {
    /// <param name="merged">Null when nothing of the file can be taken.</param>
    public static async Task<Stored<MonthImport>> Write(string importId, Stored<MonthImport> import, BundleReading reading, MergedBundle? merged, TenantScope tenant, CancellationToken stop) {
        foreach (var leftOver in await tenant.Blobs.List(MonthImport.RowsFolder(importId), stop)) await tenant.Blobs.Delete(leftOver, stop);
        var attempt = MonthImport.RowsFolder(importId) + tenant.Ids.Next();
        var names = reading.Bundle?.Patients.ToDictionary(p => p.Key, p => p.Name) ?? [];
        var changes = merged?.Rows ?? [];
        await Rows(attempt + "-rows", changes.Where(c => c.State != RowState.Unchanged).Concat(changes.Where(c => c.State == RowState.Unchanged)).Select(Row), tenant, stop);
        await Rows(attempt + "-findings", reading.Findings.Select(f => MonthFindings.Row(f, names.GetValueOrDefault)), tenant, stop);

        int Count(RowState state) => changes.Count(c => c.State == state);
        var counts = new ImportCounts(Count(RowState.Added), Count(RowState.Changed), Count(RowState.Unchanged), Count(RowState.Removed), Count(RowState.Kept),
            reading.RefusedPatients.Count, reading.Findings.Count);
        var steps = changes.Where(c => c.State is not (RowState.Unchanged or RowState.Kept)).Select(c => c.Patient).Distinct().Count();
        var running = import.Value with { State = ImportState.Running, Steps = steps, Counts = counts, RowRows = attempt + "-rows", FindingRows = attempt + "-findings" };
        if (await tenant.Commit(tenant.Batch().Replace(import, running), stop) != CommitResult.Committed) throw new IOException($"Import {importId} is being read twice.");
        return await tenant.Documents.Get(MonthImport.Kind, importId, stop) ?? throw new IOException($"Import {importId} is missing.");
    }

    private static ImportRow Row(RowChange change) {
        var table = BundleTables.Find(change.Table)!;
        return new(change.Table, table.Japanese, change.Key, change.Patient.Length == 0 ? null : change.Patient, NameOf(change.State),
            [.. change.Fields.Select(f => table.Columns[table.IndexOf(f)].Japanese)]);
    }

    private static string NameOf(RowState state) => state switch {
        RowState.Added => "added", RowState.Changed => "changed", RowState.Unchanged => "unchanged", RowState.Removed => "removed", _ => "kept",
    };

    private static async Task Rows<T>(string blob, IEnumerable<T> rows, TenantScope tenant, CancellationToken stop) where T : class {
        await using var writer = new RowsWriter<T>(tenant.Blobs, blob, stop);
        foreach (var row in rows) await writer.Add(row, stop);
        await writer.Finish(stop);
    }
}
