using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ClaimsCloud.Storage.Azure;

/// <summary>A part of a blob as a stream of its own. The first read after a seek opens one download that runs to the end of the part.</summary>
internal sealed class BlobRange(BlockBlobClient blob, ETag etag, long from, long length) : Stream {
    private Stream? download;
    private long position;

    public override long Length => length;
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    public override long Position { get => position; set => Seek(value, SeekOrigin.Begin); }

    public override int Read(byte[] buffer, int offset, int count) {
        if (Left == 0 || count == 0) return 0;
        return Advance(AzureOutage.Of(() => {
            download ??= blob.DownloadStreaming(Wanted()).Value.Content;
            return download.Read(buffer, offset, (int)Math.Min(count, Left));
        }));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) {
        if (Left == 0 || buffer.Length == 0) return 0;
        return Advance(await AzureOutage.Of(async () => {
            download ??= (await blob.DownloadStreamingAsync(Wanted(), cancellationToken)).Value.Content;
            return await download.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Left)], cancellationToken);
        }, cancellationToken));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) {
        var to = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => position, _ => length };
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        if (to != position) {
            download?.Dispose();
            download = null;
        }
        return position = to;
    }

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException("A blob never changes.");
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob never changes.");

    protected override void Dispose(bool disposing) {
        if (disposing) download?.Dispose();
        base.Dispose(disposing);
    }

    private long Left => Math.Max(0, length - position);

    /// <summary>Of the very blob that was opened: if it was deleted and made again meanwhile, the read fails and does not mix two contents.</summary>
    private BlobDownloadOptions Wanted() => new() { Range = new(from + position, Left), Conditions = new() { IfMatch = etag } };

    private int Advance(int read) {
        position += read;
        return read;
    }
}
