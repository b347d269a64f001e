using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaimsCloud.Domain.Records;

/// <summary>
/// Cuts a stream into blocks of records, in memory that does not grow with the file. It accepts every byte sequence: what is wrong is for the checks to say.
/// Commas and line ends can be found in the bytes because no second byte of Shift_JIS is 2C, 0A or 0D.
/// </summary>
/// <param name="file">Read to its end, not closed.</param>
public sealed class RecordReader(Stream file) {
    /// <summary>No claim and no line comes near this; what does is cut, so that a hostile file cannot fill the memory.</summary>
    internal const int MaxBlock = 4 << 20;

    /// <summary>No claim has so many lines; a file of empty lines would make millions of records of a block.</summary>
    internal const int MaxLines = 65_536;

    private const int Chunk = 256 << 10;
    private byte[] _buffer = new byte[2 * Chunk];
    private int _start;
    private int _filled;
    private bool _ended;
    private int[] _ends = new int[4096];
    private int _endCount;
    private readonly List<RecordSlot> _slots = [];
    private long _offset;
    private int _line = 1;
    private bool _insideLine;

    /// <summary>Bytes handed out so far.</summary>
    public long BytesRead => _offset;

    /// <summary>Bytes in the buffer that no block has taken yet; all positions below count from the first of them.</summary>
    private ReadOnlySpan<byte> Waiting => _buffer.AsSpan(_start, _filled - _start);

    /// <summary>The next block, or null at the end of the file.</summary>
    public RecordBlock? Read() {
        _slots.Clear();
        _endCount = 0;
        var lineStart = 0;
        var lineFirstEnd = 0;
        var scan = 0;
        while (true) {
            var at = NextLineEnd(ref scan);
            if (at >= 0) {
                var crLf = at > lineStart && Waiting[at - 1] == (byte)'\r';
                CloseLine(lineStart, at - (crLf ? 1 : 0), lineFirstEnd, crLf ? LineEnding.CrLf : LineEnding.Lf);
                (lineStart, lineFirstEnd) = (at + 1, _endCount);
                while (Waiting.Length - lineStart < 2 && !_ended) Fill();
                if (_slots.Count >= MaxLines || BeginsBlock(Waiting[lineStart..])) return Take(lineStart);
            } else if (_ended) {
                if (Waiting.Length == 0) return null;
                if (Waiting.Length > lineStart) CloseLine(lineStart, Waiting.Length, lineFirstEnd, LineEnding.None);
                return Take(Waiting.Length);
            } else if (Waiting.Length < MaxBlock) {
                Fill();
            } else if (_slots.Count > 0) {
                _endCount = lineFirstEnd;
                return Take(lineStart);
            } else {
                CloseLine(0, Waiting.Length, 0, LineEnding.Continues);
                return Take(Waiting.Length);
            }
        }
    }

    private static bool BeginsBlock(ReadOnlySpan<byte> next) =>
        next is [0x1A, ..] || next.StartsWith("RE"u8) || next.StartsWith("GO"u8) || next.StartsWith("HM"u8);

    /// <summary>Notes the commas up to the next line feed and gives its position; -1 when there is none yet.</summary>
    private int NextLineEnd(ref int scan) {
        var waiting = Waiting;
        var comma = Vector256.Create((byte)',');
        var feed = Vector256.Create((byte)'\n');
        ref var first = ref MemoryMarshal.GetReference(waiting);
        for (; scan + Vector256<byte>.Count <= waiting.Length; scan += Vector256<byte>.Count) {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)scan);
            var feeds = Vector256.Equals(bytes, feed).ExtractMostSignificantBits();
            var marks = Vector256.Equals(bytes, comma).ExtractMostSignificantBits();
            if (feeds != 0) marks &= unchecked((feeds & (0u - feeds)) - 1);
            RoomForEnds(Vector256<byte>.Count);
            for (; marks != 0; marks &= marks - 1) _ends[_endCount++] = scan + BitOperations.TrailingZeroCount(marks);
            if (feeds == 0) continue;
            var at = scan + BitOperations.TrailingZeroCount(feeds);
            scan = at + 1;
            return at;
        }
        for (; scan < waiting.Length; scan++) {
            if (waiting[scan] == (byte)',') {
                RoomForEnds(1);
                _ends[_endCount++] = scan;
            } else if (waiting[scan] == (byte)'\n') {
                return scan++;
            }
        }
        return -1;
    }

    private void CloseLine(int start, int end, int firstEnd, LineEnding ending) {
        RoomForEnds(1);
        _ends[_endCount++] = end;
        var id = _insideLine ? (ushort)0 : RecordSlot.Pack(Waiting[start.._ends[firstEnd]]);
        _slots.Add(new(start, end - start, firstEnd, _endCount - firstEnd, ending, _insideLine, id));
        _insideLine = ending == LineEnding.Continues;
    }

    private RecordBlock Take(int length) {
        var block = new RecordBlock(Waiting[..length].ToArray(), _ends.AsSpan(0, _endCount).ToArray(), [.. _slots], _offset, _line);
        _start += length;
        _offset += length;
        _line += _insideLine ? _slots.Count - 1 : _slots.Count;
        return block;
    }

    private void Fill() {
        if (_start > 0) {
            Waiting.CopyTo(_buffer);
            (_start, _filled) = (0, _filled - _start);
        }
        if (_buffer.Length - _filled < Chunk) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = file.Read(_buffer, _filled, Chunk);
        _filled += read;
        _ended = read == 0;
    }

    private void RoomForEnds(int more) {
        if (_endCount + more > _ends.Length) Array.Resize(ref _ends, Math.Max(_ends.Length * 2, _endCount + more));
    }
}
