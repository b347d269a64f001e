namespace ClaimsCloud.Domain.Records;

/// <summary>Writes records as bytes through one buffer. Nothing is replaced, cut or added: what comes in is what stands in the file.</summary>
/// <param name="file">Written to, not closed; call <see cref="Flush"/> at the end.</param>
public sealed class RecordWriter(Stream file) {
    private readonly byte[] _buffer = new byte[256 << 10];
    private int _used;

    /// <summary>A block exactly as it was read.</summary>
    public void Write(RecordBlock block) {
        ArgumentNullException.ThrowIfNull(block);
        Append(block.Bytes);
    }

    /// <summary>A record as it was read.</summary>
    public void Write(in Record record) => WriteRaw(record.Bytes, record.Ending);

    /// <summary>A record made by us.</summary>
    public void Write(RecordDraft record) {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Line is { } line) Append(line);
        else Write(record.Fields);
        End(record.Ending);
    }

    private void Write(ReadOnlySpan<byte[]> fields) {
        var length = fields.Length;
        foreach (var field in fields) length += field.Length;
        if (length > _buffer.Length) {
            WriteLarge(fields);
        } else if (fields.Length > 0) {
            MakeRoom(length);
            Fill(_buffer.AsSpan(_used, length), fields);
            // The comma behind the last field gives way to the line's end.
            _used += length - 1;
        }
    }

    /// <summary>Bytes that are no record, as they are.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes, LineEnding ending) {
        Append(bytes);
        End(ending);
    }

    /// <summary>1A, the mark of the file's end.</summary>
    public void WriteEndMark() => Append([0x1A]);

    public void Flush() {
        file.Write(_buffer, 0, _used);
        _used = 0;
        file.Flush();
    }

    /// <summary>Most fields are empty or a few bytes, so that a loop beats a block copy.</summary>
    private static void Fill(Span<byte> into, ReadOnlySpan<byte[]> fields) {
        var at = 0;
        foreach (var field in fields) {
            if (field.Length > 16) {
                field.CopyTo(into[at..]);
                at += field.Length;
            } else {
                foreach (var b in field) into[at++] = b;
            }
            into[at++] = (byte)',';
        }
    }

    private void WriteLarge(ReadOnlySpan<byte[]> fields) {
        for (var i = 0; i < fields.Length; i++) {
            if (i > 0) Append(","u8);
            Append(fields[i]);
        }
    }

    private void End(LineEnding ending) {
        if (ending == LineEnding.CrLf) Append("\r\n"u8);
        if (ending == LineEnding.Lf) Append("\n"u8);
    }

    private void Append(ReadOnlySpan<byte> bytes) {
        if (bytes.Length > _buffer.Length - _used) MakeRoom(bytes.Length);
        if (bytes.Length > _buffer.Length) {
            file.Write(bytes);
            return;
        }
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void MakeRoom(int length) {
        if (length <= _buffer.Length - _used) return;
        file.Write(_buffer, 0, _used);
        _used = 0;
    }
}
