using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>A record being written: values by the layout's English names. What is not set is omitted: nothing stands between its commas.</summary>
public sealed class CareRecordDraft {
    private readonly RecordLayout _layout;
    private readonly string[] _values;

    public CareRecordDraft(RecordLayout layout) {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        _values = new string[layout.Fields.Count];
        Array.Fill(_values, "");
    }

    public RecordLayout Layout => _layout;

    /// <summary>The value of a field; empty when it is omitted.</summary>
    public string this[string english] => _values[Position(english) - 1];

    /// <exception cref="ArgumentException">The layout has no such field.</exception>
    public CareRecordDraft Set(string english, string value) {
        _values[Position(english) - 1] = value;
        return this;
    }

    /// <summary>A number or an amount; a negative one has its sign.</summary>
    public CareRecordDraft Set(string english, long value) => Set(english, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The values with their commas; quotes only where a value holds a comma, a quote, a space or a full-width character (共通編 p. 21).</summary>
    /// <exception cref="InvalidOperationException">A character is outside the repertoire, or the value is longer than its field.</exception>
    internal int Encode(Span<byte> into) {
        var at = 0;
        for (var i = 0; i < _values.Length; i++) {
            if (i > 0) into[at++] = (byte)',';
            var (value, field) = (_values[i], _layout.Fields[i]);
            if (value.Length == 0) continue;
            var quoted = NeedsQuotes(value);
            if (quoted) into[at++] = (byte)'"';
            var doubled = quoted ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value;
            if (!ClaimText.TryEncode(doubled, into[at..], out var written) || written - (doubled.Length - value.Length) > field.MaxBytes)
                throw new InvalidOperationException($"{_layout.Id} {field.English} cannot hold its value");
            at += written;
            if (quoted) into[at++] = (byte)'"';
        }
        return at;
    }

    /// <summary>Most bytes that <see cref="Encode"/> writes for the layout.</summary>
    internal int MaxBytes => _layout.Fields.Sum(f => (2 * f.MaxBytes) + 3);

    private static bool NeedsQuotes(string value) {
        foreach (var c in value)
            if (c is ',' or '"' or ' ' || (c > '\u007E' && c is < '\uFF61' or > '\uFF9F')) return true;
        return false;
    }

    private int Position(string english) => _layout.Field(english)?.Position ?? throw new ArgumentException($"{_layout.Id} has no field {english}", nameof(english));
}
