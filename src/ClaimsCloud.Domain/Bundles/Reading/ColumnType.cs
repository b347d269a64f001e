namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>What a column holds, and so how JSON and CSV write it.</summary>
public enum ColumnType {
    /// <summary>Key of the row, unique in its table.</summary>
    Key,
    /// <summary>Key of a row of another table.</summary>
    Reference,
    /// <summary>Several of them, without order.</summary>
    References,
    Date,
    /// <summary>Several days, without order.</summary>
    Dates,
    Month,
    /// <summary>To the minute.</summary>
    Time,
    /// <summary>A whole number, never negative.</summary>
    Number,
    YesNo,
    /// <summary>One of the column's own words.</summary>
    Word,
    /// <summary>Code of a 別表.</summary>
    Code,
    /// <summary>A number that is no quantity: leading zeros count.</summary>
    Digits,
    /// <summary>Several of them, in order.</summary>
    DigitsList,
    /// <summary>氏名: all full-width or all half-width.</summary>
    Name,
    /// <summary>Full-width katakana without spaces.</summary>
    Katakana,
    /// <summary>Full-width characters of the claim repertoire.</summary>
    FullWidth,
    /// <summary>Characters of the claim repertoire, all full-width or all half-width.</summary>
    EitherWidth,
    /// <summary>Any text: it never gets into a claim.</summary>
    Free,
}
