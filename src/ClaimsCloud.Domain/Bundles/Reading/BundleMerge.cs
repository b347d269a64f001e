namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>What an import does with a row.</summary>
public enum RowState {
    Added,
    Changed,
    Unchanged,
    /// <summary>Stored, and not in the file any more.</summary>
    Removed,
    /// <summary>Stays as it was stored, because its patient is refused or such a patient's row refers to it.</summary>
    Kept,
}

/// <summary>One row of an import.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">Empty for the row of the month itself.</param>
/// <param name="Patient">Key of the patient; empty for a row of the station.</param>
/// <param name="Fields">Names of the columns that differ; empty unless the row is changed.</param>
public sealed record RowChange(string Table, string Key, string Patient, RowState State, IReadOnlyList<string> Fields);

/// <param name="Bundle">What is to be stored.</param>
/// <param name="KeptPatients">Patients of whom nothing changes, in ordinal order: the refused ones, and those who took over a row of such a patient.</param>
/// <param name="Rows">Every row of the file and of the store.</param>
public sealed record MergedBundle(MonthBundle Bundle, IReadOnlyList<string> KeptPatients, IReadOnlyList<RowChange> Rows) {
    /// <summary>False when the import changes nothing: the same file twice.</summary>
    public bool Changes => Rows.Any(r => r.State is RowState.Added or RowState.Changed or RowState.Removed);
}

/// <summary>Puts a bundle that was read into the place of the one that is stored. Reading the same file again changes nothing.</summary>
public static class BundleMerge {
    /// <summary>The first import of the month: every row is added.</summary>
    public static MergedBundle First(BundleReading incoming) => Merge([], incoming);

    /// <param name="stored">The same station and month.</param>
    public static MergedBundle Into(MonthBundle stored, BundleReading incoming) => Merge([.. BundleTables.RowsOf(stored)], incoming);

    private static MergedBundle Merge(List<BundleRow> stored, BundleReading incoming) {
        var bundle = incoming.Bundle ?? throw new ArgumentException("a refused file has nothing to store", nameof(incoming));
        List<BundleRow> read = [.. BundleTables.RowsOf(bundle)];
        var patients = Kept(stored, read, incoming.RefusedPatients);
        read.RemoveAll(r => patients.Contains(r.Patient));
        var kept = KeptRows(stored, read, patients);
        var before = stored.ToDictionary(Id);
        var after = read.Select(Id).Concat(kept.Select(Id)).ToHashSet();
        RowChange[] changes = [
            .. read.Select(row => Change(before.GetValueOrDefault(Id(row)), row)),
            .. kept.Select(row => Change(row, RowState.Kept, [])),
            .. stored.Where(row => !after.Contains(Id(row))).Select(row => Change(row, RowState.Removed, [])),
        ];
        return new(BundleTables.ToBundle(read.Concat(kept)), [.. patients.Order(StringComparer.Ordinal)], changes);
    }

    /// <summary>A key has one row: whoever takes over the row of a patient that stays as it is has to stay as well.</summary>
    private static HashSet<string> Kept(List<BundleRow> stored, List<BundleRow> read, IEnumerable<string> refused) {
        var patients = refused.ToHashSet();
        while (true) {
            var keys = stored.Where(r => patients.Contains(r.Patient)).Select(Id).ToHashSet();
            var more = read.Where(r => keys.Contains(Id(r)) && !patients.Contains(r.Patient)).Select(r => r.Patient).ToList();
            if (more.Count == 0) return patients;
            patients.UnionWith(more);
        }
    }

    /// <summary>Rows of the patients that stay, and what the file dropped of the station although those rows refer to it.</summary>
    private static List<BundleRow> KeptRows(List<BundleRow> stored, List<BundleRow> read, HashSet<string> patients) {
        var ofPatients = stored.Where(r => r.Table.OfPatients && patients.Contains(r.Patient)).ToList();
        var named = ofPatients.SelectMany(References).Except(read.Select(Id)).ToHashSet();
        return [.. ofPatients, .. stored.Where(r => !r.Table.OfPatients && named.Contains(Id(r)))];
    }

    private static IEnumerable<(string Table, string Key)> References(BundleRow row) =>
        row.Table.Columns.Index().Where(c => c.Item.IsReference).SelectMany(c => CellText.List(row.Cells[c.Index]).Select(key => (c.Item.Target, key)));

    private static (string Table, string Key) Id(BundleRow row) => (row.Table.Name, row.Key);

    private static RowChange Change(BundleRow? before, BundleRow row) {
        if (before is null) return Change(row, RowState.Added, []);
        string[] fields = [.. row.Table.Columns.Index().Where(c => BundleDigest.Canonical(new(before, c.Index)) != BundleDigest.Canonical(new(row, c.Index))).Select(c => c.Item.Name)];
        return Change(row, fields.Length == 0 ? RowState.Unchanged : RowState.Changed, fields);
    }

    private static RowChange Change(BundleRow row, RowState state, IReadOnlyList<string> fields) => new(row.Table.Name, row.Key, row.Patient, state, fields);
}
