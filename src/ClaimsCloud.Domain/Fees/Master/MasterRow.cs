using System.Globalization;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>One line of a table with typed access by official position (from 1). What cannot be read becomes a finding and a value that is never used.</summary>
internal sealed class MasterRow(string file, int line, ReadOnlyMemory<byte>[] cells, List<Finding> findings) {
    public string File { get; } = file;
    public int Line { get; } = line;

    /// <summary>Digits of a fixed-length field; leading zeros that a spreadsheet took away are put back.</summary>
    public string Digits(int position, string field, int width) {
        var text = Text(position, field);
        if (text.Length > 0 && text.Length <= width && text.All(char.IsAsciiDigit)) return text.PadLeft(width, '0');
        Unreadable(field, text);
        return new('0', width);
    }

    public int Number(int position, string field, int max) {
        var text = Text(position, field);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max) return number;
        Unreadable(field, text);
        return 0;
    }

    /// <summary>An amount such as 5550.00; the fees know no fractions.</summary>
    public int Amount(int position, string field) {
        var text = Text(position, field);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount == decimal.Truncate(amount) && amount <= 9_999_999) return (int)amount;
        Unreadable(field, text);
        return 0;
    }

    /// <summary>YYYYMMDD; 99999999 is <see cref="DateOnly.MaxValue"/>.</summary>
    public DateOnly Date(int position, string field) {
        var text = Text(position, field);
        if (text == "99999999") return DateOnly.MaxValue;
        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Unreadable(field, text);
        return DateOnly.MinValue;
    }

    public string Text(int position, string field) {
        if (MasterText.Decode(cells[position - 1].Span) is { } text) return text;
        findings.Add(MasterFindings.NotShiftJis(File, Line, field));
        return "";
    }

    /// <summary>Text that we keep, so without a half-width comma, which would split our own files.</summary>
    public string Kept(int position, string field) {
        var text = Text(position, field);
        if (text.Contains(',', StringComparison.Ordinal)) Unreadable(field, text);
        return text;
    }

    /// <summary>One of the values a coded field may have, as the enum or other meaning that stands for it.</summary>
    public T Choice<T>(int position, string field, params (string Value, T Meaning)[] choices) {
        var text = Text(position, field);
        foreach (var (value, meaning) in choices)
            if (value == text) return meaning;
        Unreadable(field, text);
        return choices[0].Meaning;
    }

    private void Unreadable(string field, string text) => findings.Add(MasterFindings.Value(File, Line, field, text));
}
