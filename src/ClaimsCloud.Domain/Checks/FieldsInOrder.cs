using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// Short field values that were found in order in this run. Most of a file is the same few dates, codes and amounts again and again, and a field check looks at
/// nothing but its field: such a value is inspected where it first stands and recognised after that. A value that is not here is inspected; places are few and
/// a newer value takes an older one's.
/// </summary>
internal sealed class FieldsInOrder {
    /// <summary>Longest value that is remembered, in bytes.</summary>
    private const int Longest = 16;
    private const int Places = 1 << 11;

    private readonly Value[] _values = new Value[Places];

    /// <param name="field">Number of the field among all fields of the specification, from 1.</param>
    public bool Has(int field, ReadOnlySpan<byte> bytes) => bytes.Length <= Longest && Value.Of(field, bytes) is var value && _values[value.Place] == value;

    public void Add(int field, ReadOnlySpan<byte> bytes) {
        if (bytes.Length > Longest) return;
        var value = Value.Of(field, bytes);
        _values[value.Place] = value;
    }

    /// <summary>Field, length, first and last bytes: together they are the value itself, not a hash of it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Value(int FieldAndLength, ulong First, ulong Last) {
        public int Place => unchecked((int)(((First * 0x9E3779B97F4A7C15) ^ (Last * 0xC2B2AE3D27D4EB4F) ^ ((ulong)FieldAndLength * 0x165667B19E3779F9)) >> 53));

        public static Value Of(int field, ReadOnlySpan<byte> bytes) {
            var key = (field << 5) | bytes.Length;
            if (bytes.Length >= 8) return new(key, BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]));
            if (bytes.Length >= 4) return new(key, BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]));
            return new(key, bytes[0] | ((uint)bytes[bytes.Length / 2] << 8), bytes[^1]);
        }
    }
}
