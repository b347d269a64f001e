using System.Buffers.Binary;
using System.Numerics;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// Short lines that were found in order in this run. Most of a file is fee lines, and one patient's visit of a day is another's byte for byte: line and field checks look at
/// nothing but the line, so that such a line is inspected where it first stands and recognised after that. A line that is not here is inspected; places are few and a newer
/// line takes an older one's.
/// </summary>
internal sealed class LinesInOrder {
    /// <summary>Lengths that are remembered, in bytes: a fee line has about 40.</summary>
    private const int Shortest = 8, Longest = 64;
    private const int PlaceBits = 12;

    private readonly byte[] _lines = new byte[Longest << PlaceBits];
    /// <summary>0 where no line is.</summary>
    private readonly byte[] _lengths = new byte[1 << PlaceBits];

    public bool Has(in Record record) {
        var line = record.Bytes;
        if (!MayHold(record, line)) return false;
        var place = PlaceOf(line);
        return _lengths[place] == line.Length && line.SequenceEqual(_lines.AsSpan(place * Longest, line.Length));
    }

    /// <param name="record">Of which no check had anything to say.</param>
    public void Add(in Record record) {
        var line = record.Bytes;
        if (!MayHold(record, line)) return;
        var place = PlaceOf(line);
        _lengths[place] = (byte)line.Length;
        line.CopyTo(_lines.AsSpan(place * Longest));
    }

    /// <summary>A check may look at the line's ending as well: only the usual one is remembered.</summary>
    private static bool MayHold(in Record record, ReadOnlySpan<byte> line) => line.Length is >= Shortest and <= Longest && record.Ending == LineEnding.CrLf && !record.ContinuesLine;

    /// <summary>From eight bytes at a time; the last eight may overlap those before.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> line) {
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(line[^8..]);
        for (var at = 0; at + 8 < line.Length; at += 8)
            hash = unchecked((BitOperations.RotateLeft(hash, 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(line[at..])) * 0x9E3779B97F4A7C15);
        return (int)(unchecked(hash * 0x9E3779B97F4A7C15) >> (64 - PlaceBits));
    }
}
