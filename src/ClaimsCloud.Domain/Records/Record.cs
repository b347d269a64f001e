using System.Text;

namespace ClaimsCloud.Domain.Records;

/// <summary>What stands after a record's last field.</summary>
public enum LineEnding {
    /// <summary>0D 0A, as the specification asks.</summary>
    CrLf,
    Lf,
    /// <summary>The file ended without one.</summary>
    None,
    /// <summary>The line is too long to be a record and goes on in the next block.</summary>
    Continues,
}

internal readonly record struct RecordSlot(int Start, int Length, int FirstEnd, int FieldCount, LineEnding Ending, bool ContinuesLine, ushort PackedId) {
    /// <summary>A two-byte record id as a number, 0 for everything else.</summary>
    public static ushort Pack(ReadOnlySpan<byte> id) => id.Length == 2 ? (ushort)((id[0] << 8) | id[1]) : (ushort)0;
}

/// <summary>One line of a claim file, seen in the bytes of its block; nothing is decoded until it is asked for.</summary>
public readonly struct Record {
    private readonly RecordBlock _block;
    private readonly int _index;

    internal Record(RecordBlock block, int index) => (_block, _index) = (block, index);

    private ref readonly RecordSlot Slot => ref _block.Slots[_index];

    /// <summary>Line in the file, from 1.</summary>
    public int Line => _block.FirstLine + _index;

    /// <summary>Byte offset in the file, from 0.</summary>
    public long Offset => _block.Offset + Slot.Start;

    /// <summary>The line without its ending.</summary>
    public ReadOnlySpan<byte> Bytes => _block.Bytes.AsSpan(Slot.Start, Slot.Length);

    public LineEnding Ending => Slot.Ending;

    /// <summary>True for the later parts of a line that is too long to be a record.</summary>
    public bool ContinuesLine => Slot.ContinuesLine;

    public int FieldCount => Slot.FieldCount;

    /// <summary>The line that holds 1A, the mark of the file's end (and whatever wrongly follows it).</summary>
    public bool IsEndMark => Slot is { Length: > 0, ContinuesLine: false } && Bytes[0] == 0x1A;

    /// <summary>The first field as it stands; for display only.</summary>
    public string Id => Encoding.Latin1.GetString(IdBytes);

    /// <summary>The id as a number (<see cref="RecordSlot.Pack"/>): 0 for what is no id of two bytes.</summary>
    internal ushort PackedId => Slot.PackedId;

    /// <summary>The first field's bytes; empty for the rest of a too long line.</summary>
    public ReadOnlySpan<byte> IdBytes => Slot.ContinuesLine ? default : Field(1);

    /// <summary>Bytes of a field; empty where the record has no such field.</summary>
    /// <param name="position">From 1.</param>
    public ReadOnlySpan<byte> Field(int position) {
        ref readonly var slot = ref Slot;
        if ((uint)(position - 1) >= (uint)slot.FieldCount) return default;
        var start = StartOf(slot, position);
        return _block.Bytes.AsSpan(start, _block.Ends[slot.FirstEnd + position - 1] - start);
    }

    /// <summary>The fields one after the other, from the record id on.</summary>
    internal FieldSequence Fields => new(_block.Bytes, _block.Ends.AsSpan(Slot.FirstEnd, Slot.FieldCount), Slot.Start);

    /// <summary>Byte offset of a field in the file; of the record's end where it has no such field.</summary>
    public long OffsetOf(int position) {
        ref readonly var slot = ref Slot;
        return _block.Offset + ((uint)(position - 1) < (uint)slot.FieldCount ? StartOf(slot, position) : slot.Start + slot.Length);
    }

    private int StartOf(in RecordSlot slot, int position) => position == 1 ? slot.Start : _block.Ends[slot.FirstEnd + position - 2] + 1;

    /// <summary>Text of a field; null when it is empty. What is outside the repertoire shows as U+FFFD, and a check says so.</summary>
    public string? Text(int position) => Field(position) is { Length: > 0 } bytes ? ClaimText.Decode(bytes) : null;

    /// <summary>Number of a field; null when it is empty or no number.</summary>
    public int? Number(int position) => Digits.TryInt(Field(position), out var value) ? value : null;

    /// <summary>Date of a field; null when it is empty or no date of the calendar.</summary>
    public DateOnly? Date(int position) => Digits.TryDate(Field(position), out var value) ? value : null;

    /// <summary>Month of a field; null when it is empty or no month.</summary>
    public ServiceMonth? Month(int position) => ServiceMonth.Parse(Field(position));

    /// <summary>Time of day of a field; null when it is empty or none.</summary>
    public TimeOnly? Time(int position) => Digits.TryTime(Field(position), out var value) ? value : null;

    /// <summary>Codes of fixed width written one after the other; a rest that is shorter than a code is left out, and a check says so.</summary>
    internal IReadOnlyList<string> Codes(int position, int width) {
        var bytes = Field(position);
        var codes = new string[bytes.Length / width];
        for (var i = 0; i < codes.Length; i++) codes[i] = ClaimText.Decode(bytes.Slice(i * width, width));
        return codes;
    }
}

/// <summary>The fields of a record in a <c>foreach</c>, at less than the cost of asking for each.</summary>
/// <param name="bytes">The block.</param>
/// <param name="ends">Where the fields end.</param>
/// <param name="start">Where the first begins.</param>
internal ref struct FieldSequence(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, int start) {
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<int> _ends = ends;
    private int _start = start;
    private int _next;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly FieldSequence GetEnumerator() => this;

    public bool MoveNext() {
        if (_next >= _ends.Length) return false;
        var end = _ends[_next++];
        Current = _bytes[_start..end];
        _start = end + 1;
        return true;
    }
}
