using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>One table of a bundle by patient, each patient's rows in the order of the table and then of their keys: the order in the bundle does not show.</summary>
internal sealed class RowsByPatient<T> {
    private readonly Dictionary<string, T[]> _rows;

    /// <param name="order">Null: by key alone.</param>
    public RowsByPatient(IReadOnlyList<T> rows, Func<T, string> patient, Func<T, string> key, Comparison<T>? order = null) {
        _rows = Grouped(rows, patient);
        int Compare(T a, T b) => order?.Invoke(a, b) is { } first and not 0 ? first : string.CompareOrdinal(key(a), key(b));
        foreach (var own in _rows.Values)
            // Rows mostly come in order.
            for (var i = 1; i < own.Length; i++) {
                if (Compare(own[i - 1], own[i]) <= 0) continue;
                Array.Sort(own, Compare);
                break;
            }
    }

    /// <summary>Counted first, so that each patient's array has its size. Rows of a patient mostly stand together: one look-up for each run of them.</summary>
    private static Dictionary<string, T[]> Grouped(IReadOnlyList<T> rows, Func<T, string> patient) {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, first, end) in Runs(rows, patient)) CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += end - first;
        var groups = counts.ToDictionary(c => c.Key, c => new T[c.Value], StringComparer.Ordinal);
        foreach (var (key, first, end) in Runs(rows, patient)) {
            ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(counts, key);
            var own = groups[key];
            for (var i = first; i < end; i++) own[own.Length - left--] = rows[i];
        }
        return groups;
    }

    private static IEnumerable<(string Key, int First, int End)> Runs(IReadOnlyList<T> rows, Func<T, string> patient) {
        for (int first = 0, end; first < rows.Count; first = end) {
            var key = patient(rows[first]);
            for (end = first + 1; end < rows.Count && patient(rows[end]) == key;) end++;
            yield return (key, first, end);
        }
    }

    public T[] this[string patient] => _rows.GetValueOrDefault(patient, []);
}
