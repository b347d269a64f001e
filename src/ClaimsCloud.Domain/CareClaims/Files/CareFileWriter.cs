using System.Buffers.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>Writes a file: control record, numbered data records, end record, each with CR LF.</summary>
public static class CareFileWriter {
    private static readonly int MostBytes = CareFileSpec.Release202404.Records.Max(r => new CareRecordDraft(r).MaxBytes);

    /// <param name="control">レコード種別, レコード番号 and レコード件数 are set here.</param>
    /// <param name="records">Data records in their order.</param>
    /// <param name="file">Written to, not closed.</param>
    /// <exception cref="InvalidOperationException">A value does not fit its field.</exception>
    public static void Write(CareRecordDraft control, IReadOnlyList<CareRecordDraft> records, Stream file) {
        var into = new RecordWriter(file);
        Span<byte> line = new byte[MostBytes + 16];
        control.Set("RecordType", "1").Set("RecordNumber", 1).Set("DataCount", records.Count);
        into.WriteRaw(line[..control.Encode(line)], LineEnding.CrLf);
        for (var i = 0; i < records.Count; i++) {
            var start = Prefix(line, (byte)'2', i + 2);
            line[start++] = (byte)',';
            into.WriteRaw(line[..(start + records[i].Encode(line[start..]))], LineEnding.CrLf);
        }
        into.WriteRaw(line[..Prefix(line, (byte)'3', records.Count + 2)], LineEnding.CrLf);
        into.Flush();
    }

    private static int Prefix(Span<byte> line, byte kind, int number) {
        (line[0], line[1]) = (kind, (byte)',');
        Utf8Formatter.TryFormat(number, line[2..], out var written);
        return 2 + written;
    }
}
