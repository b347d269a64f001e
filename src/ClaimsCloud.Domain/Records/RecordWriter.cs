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

    /// <summary>A record field by field.</summary>
    public void Write(in Record record) {
        var count = record.FieldCount;
        for (var position = 1; position <= count; position++) {
            if (position > 1) Append(","u8);
            Append(record.Field(position));
        }
        End(record.Ending);
    }

    /// <summary>A record made by us.</summary>
    public void Write(RecordDraft record) {
        ArgumentNullException.ThrowIfNull(record);
        for (var i = 0; i < record.FieldCount; i++) {
            if (i > 0) Append(","u8);
            Append(record.Field(i));
        }
        End(record.Ending);
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

    private void End(LineEnding ending) {
        if (ending == LineEnding.CrLf) Append("\r\n"u8);
        if (ending == LineEnding.Lf) Append("\n"u8);
    }

    private void Append(ReadOnlySpan<byte> bytes) {
        if (bytes.Length > _buffer.Length - _used) {
            file.Write(_buffer, 0, _used);
            _used = 0;
            if (bytes.Length > _buffer.Length) {
                file.Write(bytes);
                return;
            }
        }
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }
}
