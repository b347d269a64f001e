using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>Which kinds of characters a field holds, found in one pass and shared by all checks.</summary>
[Flags]
internal enum FieldShape {
    None = 0,
    Digit = 1,
    /// <summary>Half-width letters, signs and spaces.</summary>
    HalfWidth = 2,
    /// <summary>Half-width katakana.</summary>
    HalfKana = 4,
    FullWidth = 8,
    Control = 16,
    /// <summary>Bytes that are no character of the repertoire.</summary>
    Outside = 32,
}

/// <summary>A field under inspection; never empty.</summary>
internal readonly ref struct FieldView {
    public FieldView(in Record record, FieldLayout layout, ReadOnlySpan<byte> bytes) {
        Record = record;
        Layout = layout;
        Bytes = bytes;
        Shape = ShapeOf(bytes);
    }

    public Record Record { get; }
    public FieldLayout Layout { get; }
    public ReadOnlySpan<byte> Bytes { get; }
    public FieldShape Shape { get; }

    /// <summary>True when the field holds a character of one of these kinds.</summary>
    public bool Has(FieldShape kinds) => (Shape & kinds) != FieldShape.None;

    /// <summary>True when the field holds nothing else than these kinds.</summary>
    public bool HasOnly(FieldShape kinds) => (Shape & ~kinds) == FieldShape.None;

    /// <summary>The value as a message shows it: codes and numbers, short.</summary>
    public string Shown => ClaimText.Decode(Bytes.Length <= 24 ? Bytes : Bytes[..24]);

    private static FieldShape ShapeOf(ReadOnlySpan<byte> bytes) {
        var shape = FieldShape.None;
        for (var i = 0; i < bytes.Length; i++) {
            var b = bytes[i];
            if (b is >= (byte)'0' and <= (byte)'9') shape |= FieldShape.Digit;
            else if (b is < 0x20 or 0x7F) shape |= FieldShape.Control;
            else if (b < 0x7F) shape |= FieldShape.HalfWidth;
            else if (ClaimText.IsLead(b)) {
                var pair = bytes[i..Math.Min(i + 2, bytes.Length)];
                if (ClaimText.IndexOutside(pair) == 0) shape |= FieldShape.Outside;
                else shape |= FieldShape.FullWidth;
                if (pair.Length == 2 && pair[1] is >= 0x40 and not 0x7F and <= 0xFC) i++;
            } else if (b is >= 0xA1 and <= 0xDF) shape |= FieldShape.HalfKana;
            else shape |= FieldShape.Outside;
        }
        return shape;
    }
}
