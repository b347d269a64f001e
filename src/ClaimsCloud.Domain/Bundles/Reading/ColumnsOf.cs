using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>Words of a column and the values that they stand for.</summary>
internal sealed class ColumnWords<TValue>(params (TValue Value, string Name, string Japanese)[] words) where TValue : struct, Enum {
    public IReadOnlyList<ColumnWord> All { get; } = [.. words.Select(w => new ColumnWord(w.Name, w.Japanese))];

    public string Of(TValue value) => words.Single(w => w.Value.Equals(value)).Name;

    public TValue? Find(string name) {
        foreach (var word in words)
            if (word.Name == name) return word.Value;
        return null;
    }
}

/// <summary>Makes the columns of a row type: <see cref="Must"/> those without which a row cannot be used, <see cref="May"/> the others.</summary>
internal sealed class ColumnsOf<T> where T : class {
    private readonly bool _required;

    private ColumnsOf(bool required) => _required = required;

    public static ColumnsOf<T> Must { get; } = new(required: true);
    public static ColumnsOf<T> May { get; } = new(required: false);

    public static BundleColumn<T> Key(Func<T, string> get, Func<T, string, T> set) =>
        Must.Text(ColumnType.Key, "key", "キー", 0, get, set) with { Note = "行を変えても同じままの、表の中で1つだけの番号" };

    public static BundleColumn<T> Patient(Func<T, string> get, Func<T, string, T> set) => Must.Reference("patient", "利用者", "patients", get, set);

    public BundleColumn<T> Reference(string name, string japanese, string target, Func<T, string?> get, Func<T, string, T> set) =>
        Text(ColumnType.Reference, name, japanese, 0, get, set) with { Target = target };

    public BundleColumn<T> References(string name, string japanese, string target, Func<T, IReadOnlyList<string>> get, Func<T, IReadOnlyList<string>, T> set) =>
        New(ColumnType.References, name, japanese, row => CellText.Of(get(row)), (row, text) => set(row, CellText.List(text))) with { Target = target };

    public BundleColumn<T> Date(string name, string japanese, Func<T, DateOnly?> get, Func<T, DateOnly, T> set) =>
        New(ColumnType.Date, name, japanese, row => CellText.Of(get(row)), (row, text) => CellText.Date(text) is { } date ? set(row, date) : null);

    /// <summary>Last day of the period that begins on the day of another column.</summary>
    public BundleColumn<T> End(string name, string japanese, string start, Func<T, DateOnly?> get, Func<T, DateOnly, T> set) =>
        Date(name, japanese, get, set) with { Start = start };

    public BundleColumn<T> Dates(string name, string japanese, Func<T, IReadOnlyList<DateOnly>> get, Func<T, IReadOnlyList<DateOnly>, T> set) =>
        New(ColumnType.Dates, name, japanese, row => CellText.Of(get(row).Select(d => CellText.Of(d))), (row, text) => CellText.TryDates(text, out var dates) ? set(row, dates) : null);

    public BundleColumn<T> Month(string name, string japanese, Func<T, ServiceMonth?> get, Func<T, ServiceMonth, T> set) =>
        New(ColumnType.Month, name, japanese, row => CellText.Of(get(row)), (row, text) => CellText.Month(text) is { } month ? set(row, month) : null);

    public BundleColumn<T> Time(string name, string japanese, Func<T, TimeOnly?> get, Func<T, TimeOnly, T> set) =>
        New(ColumnType.Time, name, japanese, row => CellText.Of(get(row)), (row, text) => CellText.Time(text) is { } time ? set(row, time) : null);

    public BundleColumn<T> Number(string name, string japanese, string unit, Range bounds, Func<T, int?> get, Func<T, int, T> set) =>
        New(ColumnType.Number, name, japanese, row => CellText.Of(get(row)), (row, text) => CellText.Number(text) is { } number ? set(row, number) : null)
            with { Unit = unit, Min = bounds.Start.Value, Max = bounds.End.Value };

    public BundleColumn<T> YesNo(string name, string japanese, Func<T, bool> get, Func<T, bool, T> set) =>
        New(ColumnType.YesNo, name, japanese, row => CellText.Of(get(row)), (row, text) => CellText.YesNo(text) is { } yes ? set(row, yes) : null);

    public BundleColumn<T> Word<TValue>(string name, string japanese, ColumnWords<TValue> words, Func<T, TValue> get, Func<T, TValue, T> set) where TValue : struct, Enum =>
        New(ColumnType.Word, name, japanese, row => words.Of(get(row)), (row, text) => words.Find(text) is { } value ? set(row, value) : null) with { Words = words.All };

    public BundleColumn<T> Code(string name, string japanese, string table, Func<T, string> get, Func<T, string, T> set) =>
        Text(ColumnType.Code, name, japanese, 0, get, set) with { CodeTable = table };

    public BundleColumn<T> Digits(string name, string japanese, int[] lengths, Func<T, string> get, Func<T, string, T> set) =>
        Text(ColumnType.Digits, name, japanese, 0, get, set) with { Lengths = lengths };

    public BundleColumn<T> DigitsList(string name, string japanese, int length, int most, Func<T, IReadOnlyList<string>> get, Func<T, IReadOnlyList<string>, T> set) =>
        New(ColumnType.DigitsList, name, japanese, row => CellText.Of(get(row)), (row, text) => set(row, CellText.List(text))) with { Lengths = [length], MaxValues = most };

    public BundleColumn<T> Name(string name, string japanese, Func<T, string> get, Func<T, string, T> set) => Text(ColumnType.Name, name, japanese, 40, get, set);

    public BundleColumn<T> Katakana(string name, string japanese, Func<T, string> get, Func<T, string, T> set) => Text(ColumnType.Katakana, name, japanese, 80, get, set);

    public BundleColumn<T> FullWidth(string name, string japanese, int maxCharacters, Func<T, string> get, Func<T, string, T> set) =>
        Text(ColumnType.FullWidth, name, japanese, maxCharacters * 2, get, set);

    public BundleColumn<T> EitherWidth(string name, string japanese, int maxBytes, Func<T, string> get, Func<T, string, T> set) =>
        Text(ColumnType.EitherWidth, name, japanese, maxBytes, get, set);

    public BundleColumn<T> Free(string name, string japanese, int maxCharacters, Func<T, string?> get, Func<T, string, T> set) =>
        Text(ColumnType.Free, name, japanese, maxCharacters, get, set);

    private BundleColumn<T> Text(ColumnType type, string name, string japanese, int maxBytes, Func<T, string?> get, Func<T, string, T> set) =>
        New(type, name, japanese, row => get(row) ?? "", set) with { MaxBytes = maxBytes };

    private BundleColumn<T> New(ColumnType type, string name, string japanese, Func<T, string> text, Func<T, string, T?> with) =>
        new(name, japanese, type, text, with) { Required = _required };
}
