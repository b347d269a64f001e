namespace ClaimsCloud.Domain.Fees.Calculation;

/// <summary>One table of a bundle by patient, each patient's rows in the order of the table and then of their keys: the order in the bundle does not show.</summary>
internal sealed class RowsByPatient<T> {
    private readonly Dictionary<string, T[]> _rows;

    /// <param name="order">Null: by key alone.</param>
    public RowsByPatient(IReadOnlyList<T> rows, Func<T, string> patient, Func<T, string> key, Comparison<T>? order = null) {
        int Compare(T a, T b) => order?.Invoke(a, b) is { } first and not 0 ? first : string.CompareOrdinal(key(a), key(b));
        _rows = rows.GroupBy(patient, StringComparer.Ordinal).ToDictionary(g => g.Key, g => {
            T[] own = [.. g];
            // Rows mostly come in order.
            for (var i = 1; i < own.Length; i++) {
                if (Compare(own[i - 1], own[i]) <= 0) continue;
                Array.Sort(own, Compare);
                break;
            }
            return own;
        }, StringComparer.Ordinal);
    }

    public T[] this[string patient] => _rows.GetValueOrDefault(patient, []);
}
