namespace ClaimsCloud.Storage.Embedded;

/// <summary>A part of a file as a stream of its own; position 0 is the part's first byte.</summary>
internal sealed class FileRange : Stream {
    private readonly FileStream file;
    private readonly long from;
    private long position;

    public FileRange(FileStream file, long from, long length) {
        (this.file, this.from, Length) = (file, from, length);
        file.Position = from;
    }

    public override long Length { get; }
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    public override long Position { get => position; set => Seek(value, SeekOrigin.Begin); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) {
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, Left)]);
        position += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) {
        var read = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Left)], cancellationToken);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) {
        var to = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => position, _ => Length };
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        position = to;
        file.Position = from + position;
        return position;
    }

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException("A blob never changes.");
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob never changes.");

    public override async ValueTask DisposeAsync() {
        await file.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing) {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private long Left => Math.Max(0, Length - position);
}
