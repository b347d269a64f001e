namespace ClaimsCloud.Domain.Records;

/// <summary>モード: which characters a field takes.</summary>
public enum FieldMode { Numeric, Alphanumeric, Kanji, AlphanumericOrKanji }

/// <summary>Whether a field has a value: always, by its own condition, at will, or never (記録を省略する).</summary>
public enum FieldPresence { Always, Conditional, Optional, Never }

/// <summary>What a field's characters mean.</summary>
public enum FieldContent { RecordId, Code, CodeList, Month, Date, Time, Minutes, Number, Yen, Days, Digits, Text, Name, Katakana, Reserved }

/// <summary>One field of a record as the specification lays it down.</summary>
/// <param name="Position">From 1, the record id.</param>
/// <param name="English">Our name, unique in its record; the key in JSON.</param>
/// <param name="Japanese">Official name (項目).</param>
/// <param name="MaxBytes">最大バイト; for a fixed field the exact length.</param>
/// <param name="Fixed">項目形式 固定.</param>
/// <param name="CodeTable">別表 number as two digits, or null.</param>
/// <param name="CodeWidth">Bytes of one code in a list of codes, else 0.</param>
/// <param name="Page">Page of the specification.</param>
public sealed record FieldLayout(string Record, int Position, string English, string Japanese, FieldMode Mode, int MaxBytes, bool Fixed,
    FieldPresence Presence, string? CodeTable, FieldContent Content, int CodeWidth, int Page) {
    internal static FieldLayout From(DataRow row) => new(row["record"], row.Number("position"), row["english"], row["japanese"],
        row["mode"] switch {
            "numeric" => FieldMode.Numeric,
            "alnum" => FieldMode.Alphanumeric,
            "kanji" => FieldMode.Kanji,
            "alnum-or-kanji" => FieldMode.AlphanumericOrKanji,
            var other => throw Unknown(other),
        },
        row.Number("max_bytes"),
        row["form"] switch { "fixed" => true, "variable" => false, var other => throw Unknown(other) },
        row["required"] switch {
            "always" => FieldPresence.Always,
            "conditional" => FieldPresence.Conditional,
            "optional" => FieldPresence.Optional,
            "never" => FieldPresence.Never,
            var other => throw Unknown(other),
        },
        row["codes"] is { Length: > 0 } table ? table : null,
        row["content"] switch {
            "record-id" => FieldContent.RecordId,
            "code" => FieldContent.Code,
            "code-list" => FieldContent.CodeList,
            "month" => FieldContent.Month,
            "date" => FieldContent.Date,
            "time" => FieldContent.Time,
            "minutes" => FieldContent.Minutes,
            "number" => FieldContent.Number,
            "yen" => FieldContent.Yen,
            "days" => FieldContent.Days,
            "digits" => FieldContent.Digits,
            "text" => FieldContent.Text,
            "name" => FieldContent.Name,
            "katakana" => FieldContent.Katakana,
            "reserved" => FieldContent.Reserved,
            var other => throw Unknown(other),
        },
        WidthIn(row["note"]), row.Number("page"));

    private static int WidthIn(string note) {
        var at = note.IndexOf("width=", StringComparison.Ordinal);
        return at < 0 ? 0 : note[at + "width=".Length] - '0';
    }

    private static InvalidOperationException Unknown(string word) => new($"fields.csv has the unknown word '{word}'");
}
