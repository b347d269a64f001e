namespace ClaimsCloud.Domain.Records;

/// <summary>
/// Consecutive lines of a file that belong together: the header, one claim, the footer, the end mark, or lines that belong to nothing. The blocks of a
/// file, one after the other, are the file byte for byte.
/// </summary>
public sealed class RecordBlock {
    internal RecordBlock(byte[] bytes, int[] ends, RecordSlot[] slots, long offset, int firstLine) =>
        (Bytes, Ends, Slots, Offset, FirstLine) = (bytes, ends, slots, offset, firstLine);

    internal byte[] Bytes { get; }
    internal int[] Ends { get; }
    internal RecordSlot[] Slots { get; }

    /// <summary>Byte offset of the block in the file, from 0.</summary>
    public long Offset { get; }

    /// <summary>Line of the first record, from 1.</summary>
    public int FirstLine { get; }

    /// <summary>Number of records, at least 1.</summary>
    public int Count => Slots.Length;

    public Record this[int index] => index < Slots.Length ? new(this, index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The bytes as they stand in the file, line endings included.</summary>
    public ReadOnlySpan<byte> Original => Bytes;

    /// <summary>True when the block begins with RE.</summary>
    public bool IsClaim => this[0].IdBytes.SequenceEqual("RE"u8);

    /// <summary>So many records from one on, as a block of their own: the part of a longer block that belongs together.</summary>
    /// <param name="first">Index of the first record, from 0.</param>
    internal RecordBlock Part(int first, int count) {
        var from = Slots[first];
        var end = first + count < Slots.Length ? Slots[first + count].Start : Bytes.Length;
        var ends = Ends[from.FirstEnd..(Slots[first + count - 1].FirstEnd + Slots[first + count - 1].FieldCount)];
        for (var i = 0; i < ends.Length; i++) ends[i] -= from.Start;
        var slots = Slots[first..(first + count)];
        for (var i = 0; i < slots.Length; i++) slots[i] = slots[i] with { Start = slots[i].Start - from.Start, FirstEnd = slots[i].FirstEnd - from.FirstEnd };
        return new(Bytes[from.Start..end], ends, slots, Offset + from.Start, FirstLine + first);
    }
}
