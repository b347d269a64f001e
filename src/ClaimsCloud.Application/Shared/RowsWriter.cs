using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text.Json;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// Writes many rows into one blob while they are made: a JSON line each, then the offset of every line (8 bytes, little endian), then the number
/// of lines (8 bytes). A reader finds any row, and any page, without reading the rest. See <see cref="RowsReader{T}"/>.
/// </summary>
internal sealed class RowsWriter<T> : IAsyncDisposable where T : class {
    private static readonly byte[] LineEnd = [(byte)'\n'];
    private readonly Pipe pipe = new();
    private readonly Task<BlobReceipt?> storing;
    private readonly List<long> offsets = [];
    private long length;

    public RowsWriter(IBlobs blobs, string name, CancellationToken stop) => storing = Store(blobs, name, stop);

    public int Count => offsets.Count;

    public async Task Add(T row, CancellationToken stop) {
        offsets.Add(length);
        await Write(JsonSerializer.SerializeToUtf8Bytes(row, Json.Options), stop);
        await Write(LineEnd, stop);
    }

    /// <summary>The blob is there when this has returned.</summary>
    public async Task Finish(CancellationToken stop) {
        foreach (var offset in offsets) await WriteNumber(offset, stop);
        await WriteNumber(offsets.Count, stop);
        await pipe.Writer.CompleteAsync();
        if (await storing is null) throw new IOException("The rows were written before.");
    }

    /// <summary>Without <see cref="Finish"/>: nothing remains.</summary>
    public async ValueTask DisposeAsync() {
        await pipe.Writer.CompleteAsync(new OperationCanceledException("The rows were given up."));
        await storing.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>A store that fails reads no more: without the end of the reader, whoever writes more than the pipe holds would wait for ever.</summary>
    private async Task<BlobReceipt?> Store(IBlobs blobs, string name, CancellationToken stop) {
        try {
            return await blobs.Put(name, pipe.Reader.AsStream(leaveOpen: true), stop);
        } finally {
            await pipe.Reader.CompleteAsync();
        }
    }

    private async Task Write(byte[] bytes, CancellationToken stop) {
        length += bytes.Length;
        var flushed = await pipe.Writer.WriteAsync(bytes, stop);
        // The store stopped reading: its own error is the one to show.
        if (flushed.IsCompleted) await storing;
    }

    private Task WriteNumber(long number, CancellationToken stop) {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Write(bytes, stop);
    }
}
