using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Records;

/// <summary>A record being written: values by field position or English name, then its bytes. What is not set stays empty.</summary>
public sealed class RecordDraft {
    private readonly List<byte[]> _fields;

    /// <summary>A record of the layout with its id set and every other field empty.</summary>
    public RecordDraft(RecordLayout layout) {
        ArgumentNullException.ThrowIfNull(layout);
        Layout = layout;
        _fields = [];
        CollectionsMarshal.SetCount(_fields, layout.Fields.Count);
        var fields = CollectionsMarshal.AsSpan(_fields);
        fields.Fill([]);
        fields[0] = layout.IdBytes;
    }

    /// <summary>A record with no layout: fields are added one after the other.</summary>
    public RecordDraft() => _fields = [];

    public RecordLayout? Layout { get; }

    /// <summary>0D 0A unless a file with another ending has to be written back as it was.</summary>
    public LineEnding Ending { get; set; } = LineEnding.CrLf;

    public int FieldCount => _fields.Count;

    /// <exception cref="ArgumentException">The layout has no such field, or the text leaves the repertoire.</exception>
    public RecordDraft Set(string english, string value) {
        var field = Layout?.Field(english) ?? throw new ArgumentException($"{Layout?.Id} has no field {english}", nameof(english));
        return Set(field.Position, ClaimText.Encode(value));
    }

    /// <param name="position">From 1; may lie one or more behind the layout's last field.</param>
    public RecordDraft Set(int position, byte[] value) {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        while (_fields.Count < position) _fields.Add([]);
        _fields[position - 1] = value;
        return this;
    }

    /// <summary>Cuts the record to so many fields, or adds empty ones.</summary>
    public RecordDraft Resize(int fieldCount) {
        while (_fields.Count < fieldCount) _fields.Add([]);
        _fields.RemoveRange(fieldCount, _fields.Count - fieldCount);
        return this;
    }

    internal ReadOnlySpan<byte[]> Fields => CollectionsMarshal.AsSpan(_fields);
}
