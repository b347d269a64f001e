using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>One word of a <see cref="ColumnType.Word"/> column.</summary>
/// <param name="Name">As JSON and CSV write it.</param>
public sealed record ColumnWord(string Name, string Japanese);

/// <summary>One column of a table. JSON, CSV, the schema, the documentation and the checks of single values all follow from it.</summary>
/// <param name="Name">Name in JSON and in the header of the CSV file.</param>
public abstract record BundleColumn(string Name, string Japanese, ColumnType Type) {
    /// <summary>Character between the values of a list in one CSV cell.</summary>
    public const char ListSeparator = ';';

    /// <summary>A row without the value cannot be used.</summary>
    public bool Required { get; init; }

    /// <summary>What a person must know to fill it in; Japanese, may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Unit of a number, Japanese.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least and largest number.</summary>
    public int Min { get; init; }
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Most bytes of the text in a claim file (full-width = 2); for <see cref="ColumnType.Free"/> most characters; 0 = no text.</summary>
    public int MaxBytes { get; init; }

    /// <summary>Numbers of digits that are right.</summary>
    public IReadOnlyList<int> Lengths { get; init; } = [];

    /// <summary>Most values of a list; 0 = no bound.</summary>
    public int MaxValues { get; init; }

    /// <summary>別表 number as two digits.</summary>
    public string CodeTable { get; init; } = "";

    /// <summary>Codes of the table that this column does not take.</summary>
    public IReadOnlyList<string> NotCodes { get; init; } = [];

    public IReadOnlyList<ColumnWord> Words { get; init; } = [];

    /// <summary>Table whose keys a reference names.</summary>
    public string Target { get; init; } = "";

    /// <summary>Column of the first day, where this one is the last day of the same period.</summary>
    public string Start { get; init; } = "";

    /// <summary>Text of the default, empty where an absent value means nothing.</summary>
    public string Default { get; init; } = "";

    public bool IsList => Type is ColumnType.References or ColumnType.Dates or ColumnType.DigitsList;
    public bool IsReference => Type is ColumnType.Reference or ColumnType.References;

    /// <summary>True for text that a claim file repeats: it must stay in the repertoire.</summary>
    public bool IsClaimText => Type is ColumnType.Name or ColumnType.Katakana or ColumnType.FullWidth or ColumnType.EitherWidth;

    /// <summary>The codes it takes, in order.</summary>
    public IEnumerable<Code> Codes =>
        CodeTable.Length == 0 ? [] : ClaimSpec.Release202406.Table(CodeTable).Codes.Where(c => Takes(c.Value)).OrderBy(c => c.Value, StringComparer.Ordinal);

    internal bool Takes(string code) => !NotCodes.Contains(code) && ClaimSpec.Release202406.Table(CodeTable).Meaning(code) is not null;
}

/// <summary>A column that can take its value out of a row and put it in.</summary>
/// <param name="Text">The value in its one canonical text, empty when absent.</param>
/// <param name="With">The row with the value that the text means; null when it cannot be read as the column's type.</param>
internal sealed record BundleColumn<T>(string Name, string Japanese, ColumnType Type, Func<T, string> Text, Func<T, string, T?> With)
    : BundleColumn(Name, Japanese, Type) where T : class;
