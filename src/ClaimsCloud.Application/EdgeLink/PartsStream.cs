using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Blobs one after the other, read once from front to end.</summary>
internal sealed class PartsStream(IBlobs blobs, IReadOnlyList<FilePart> parts) : Stream {
    private BlobContent? _open;
    private int _next;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) {
        while (true) {
            if (_open is not null && await _open.Content.ReadAsync(buffer, cancellationToken) is > 0 and var read) return read;
            if (_open is not null) await _open.DisposeAsync();
            _open = null;
            if (_next == parts.Count) return 0;
            _open = await blobs.Open(parts[_next].Blob, 0, null, cancellationToken) ?? throw new IOException($"Blob {parts[_next].Blob} is missing.");
            _next++;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask DisposeAsync() {
        if (_open is not null) await _open.DisposeAsync();
        await base.DisposeAsync();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
