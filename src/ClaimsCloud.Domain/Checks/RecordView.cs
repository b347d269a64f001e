using System.Buffers;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>A line under inspection.</summary>
internal readonly ref struct RecordView {
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(b => (byte)b).Where(b => b != '"')]);

    public RecordView(in Record record, RecordLayout? layout) {
        Record = record;
        Layout = layout;
        IsPlain = !record.Bytes.ContainsAnyExcept(Plain);
    }

    public Record Record { get; }

    /// <summary>Null for a line that the specification does not know.</summary>
    public RecordLayout? Layout { get; }

    /// <summary>True for half-width letters, digits and signs without quotation marks, as most lines are: no check of characters has anything to say.</summary>
    public bool IsPlain { get; }
}
