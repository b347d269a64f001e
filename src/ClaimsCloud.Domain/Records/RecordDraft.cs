namespace ClaimsCloud.Domain.Records;

/// <summary>A record being written: values by field position or English name, then its bytes. What is not set stays empty.</summary>
public sealed class RecordDraft {
    private byte[][] _fields;

    /// <summary>A record of the layout with its id set and every other field empty.</summary>
    public RecordDraft(RecordLayout layout) {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        FieldCount = layout.Fields.Count;
        _fields = new byte[FieldCount][];
        Array.Fill(_fields, []);
        _fields[0] = layout.IdBytes;
    }

    /// <summary>A record with no layout: fields are added one after the other.</summary>
    public RecordDraft() => _fields = [];

    public RecordLayout? Layout { get; }

    /// <summary>0D 0A unless a file with another ending has to be written back as it was.</summary>
    public LineEnding Ending { get; set; } = LineEnding.CrLf;

    public int FieldCount { get; private set; }

    /// <exception cref="ArgumentException">The layout has no such field, or the text leaves the repertoire.</exception>
    public RecordDraft Set(string english, string value) {
        var field = Layout?.Field(english) ?? throw new ArgumentException($"{Layout?.Id} has no field {english}", nameof(english));
        return Set(field.Position, ClaimText.Encode(value));
    }

    /// <param name="position">From 1; may lie one or more behind the layout's last field.</param>
    public RecordDraft Set(int position, byte[] value) {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        if (position > FieldCount) Resize(position);
        _fields[position - 1] = value;
        Line = null;
        return this;
    }

    /// <summary>Cuts the record to so many fields, or adds empty ones.</summary>
    public RecordDraft Resize(int fieldCount) {
        if (fieldCount > _fields.Length) Array.Resize(ref _fields, Math.Max(fieldCount, 2 * _fields.Length));
        if (fieldCount > FieldCount) Array.Fill(_fields, [], FieldCount, fieldCount - FieldCount);
        FieldCount = fieldCount;
        Line = null;
        return this;
    }

    /// <summary>Puts the fields together once, for a record that is written again and again.</summary>
    internal RecordDraft Joined() {
        var bytes = new List<byte>();
        foreach (var field in Fields) bytes.AddRange([.. field, (byte)',']);
        Line = [.. bytes[..^1]];
        return this;
    }

    /// <summary>The record without its ending; null unless it was joined and not changed since.</summary>
    internal byte[]? Line { get; private set; }

    internal ReadOnlySpan<byte[]> Fields => _fields.AsSpan(0, FieldCount);
}
