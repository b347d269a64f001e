using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Months;

/// <summary>What differs between two states of the same rows.</summary>
/// <param name="Cells">Of rows that changed or are gone. What a new row holds stands in the row itself until it changes.</param>
internal sealed record RowEdits(int Added, int Changed, int Removed, IReadOnlyList<EditedCell> Cells) {
    public bool Any => Added + Changed + Removed > 0;

    /// <summary>Japanese, without patient data.</summary>
    public string What => string.Join('、', new[] { (Added, "追加"), (Changed, "変更"), (Removed, "削除") }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1}行を{c.Item2}"));

    public static RowEdits Between(IEnumerable<RowText> before, IEnumerable<RowText> after) {
        var old = before.ToDictionary(Id);
        var now = after.ToDictionary(Id);
        var changed = old.Keys.Where(now.ContainsKey).Select(id => (Id: id, Cells: Differences(old[id], now[id]).ToArray())).Where(c => c.Cells.Length > 0).ToArray();
        var removed = old.Where(o => !now.ContainsKey(o.Key)).Select(o => o.Value).ToArray();
        return new(now.Keys.Count(id => !old.ContainsKey(id)), changed.Length, removed.Length,
            [.. changed.SelectMany(c => c.Cells), .. removed.SelectMany(r => r.Cells.Select(c => new EditedCell(r.Table, r.Key, c.Key, c.Value, "")))]);
    }

    private static IEnumerable<EditedCell> Differences(RowText before, RowText after) {
        foreach (var field in before.Cells.Keys.Union(after.Cells.Keys)) {
            var (was, now) = (before.Cells.GetValueOrDefault(field) ?? "", after.Cells.GetValueOrDefault(field) ?? "");
            if (was != now) yield return new(after.Table, after.Key, field, was, now);
        }
    }

    private static (string Table, string Key) Id(RowText row) => (row.Table, row.Key);
}
