using System.Buffers.Binary;
using System.Numerics;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>
/// Short lines that were seen in this run, each at its place with what was found out about it. Most of a file is fee lines, and one patient's visit of a day is another's byte for
/// byte: what depends on nothing but the line is found out where it first stands and known after that. Places are few and a newer line takes an older one's.
/// </summary>
internal sealed class KnownLines {
    /// <summary>For lines that have none.</summary>
    public const int NoPlace = -1;

    /// <summary>Lengths that are remembered, in bytes: a fee line has about 40.</summary>
    private const int Shortest = 8, Longest = 64;
    private const int PlaceBits = 11;

    private readonly byte[] _lines = new byte[Longest << PlaceBits];
    /// <summary>0 where no line is.</summary>
    private readonly byte[] _lengths = new byte[1 << PlaceBits];
    private readonly bool[] _inOrder = new bool[1 << PlaceBits];
    private readonly KnownFeeLine[] _fees = new KnownFeeLine[1 << PlaceBits];

    /// <summary>The place of the line until the next one comes, or <see cref="NoPlace"/>. A line that was not here takes it.</summary>
    public int PlaceOf(in Record record) {
        var line = record.Bytes;
        // A check may look at the line's ending as well: only the usual one is remembered.
        if (line.Length is < Shortest or > Longest || record.Ending != LineEnding.CrLf || record.ContinuesLine) return NoPlace;
        var place = PlaceOf(line);
        if (_lengths[place] == line.Length && line.SequenceEqual(_lines.AsSpan(place * Longest, line.Length))) return place;
        _lengths[place] = (byte)line.Length;
        line.CopyTo(_lines.AsSpan(place * Longest));
        _inOrder[place] = false;
        _fees[place] = default;
        return place;
    }

    /// <summary>True when no check of lines and fields had anything to say of it.</summary>
    public ref bool InOrder(int place) => ref _inOrder[place];

    /// <summary>What it says as a fee line.</summary>
    public ref KnownFeeLine Fee(int place) => ref _fees[place];

    /// <summary>From eight bytes at a time; the last eight may overlap those before.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> line) {
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(line[^8..]);
        for (var at = 0; at + 8 < line.Length; at += 8)
            hash = unchecked((BitOperations.RotateLeft(hash, 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(line[at..])) * 0x9E3779B97F4A7C15);
        return (int)(unchecked(hash * 0x9E3779B97F4A7C15) >> (64 - PlaceBits));
    }
}
