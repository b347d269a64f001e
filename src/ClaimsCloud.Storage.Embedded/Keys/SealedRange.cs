using System.Security.Cryptography;

namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>A part of an encrypted file as a stream of its plain text; position 0 is the part's first byte. It holds one chunk at a time.</summary>
internal sealed class SealedRange : Stream {
    private readonly FileStream file;
    private readonly ChunkCipher cipher;
    private readonly long from, chunks, size;
    private readonly byte[] chunk = new byte[BlobSeal.ChunkLength + BlobSeal.TagLength], plain = new byte[BlobSeal.ChunkLength];
    private long position, held = -1;

    private SealedRange(FileStream file, ChunkCipher cipher, long size, long chunks, long from, long length) =>
        (this.file, this.cipher, this.size, this.chunks, this.from, Length) = (file, cipher, size, chunks, from, length);

    /// <summary>Opens the last chunk first: only with it is the size of the whole file certain.</summary>
    public static async Task<(SealedRange Content, long Size)> Open(FileStream file, BlobSeal seal, string name, long offset, long? length, CancellationToken stop) {
        try {
            var (size, chunks) = BlobSeal.Sizes(file.Length, name);
            var head = new byte[BlobSeal.HeadLength];
            await file.ReadExactlyAsync(head, stop);
            var first = Math.Min(offset, size);
            var range = new SealedRange(file, seal.Chunks(head, name), size, chunks, first, Math.Min(length ?? long.MaxValue, size - first));
            await range.Hold(chunks - 1, stop);
            return (range, size);
        } catch {
            await file.DisposeAsync();
            throw;
        }
    }

    public override long Length { get; }
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    public override long Position { get => position; set => Seek(value, SeekOrigin.Begin); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) {
        if (Wanted(buffer.Length) is not ({ } number, var count)) return 0;
        if (number != held) {
            file.Position = Place(number);
            file.ReadExactly(chunk.AsSpan(0, Size(number)));
            Decrypt(number);
        }
        return Take(buffer[..count]);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) {
        if (Wanted(buffer.Length) is not ({ } number, var count)) return 0;
        if (number != held) await Hold(number, cancellationToken);
        return Take(buffer.Span[..count]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) {
        var to = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => position, _ => Length };
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        return position = to;
    }

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException("A blob never changes.");
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob never changes.");

    public override async ValueTask DisposeAsync() {
        await file.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing) {
        if (disposing) {
            file.Dispose();
            cipher.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }
        base.Dispose(disposing);
    }

    private async Task Hold(long number, CancellationToken stop) {
        file.Position = Place(number);
        await file.ReadExactlyAsync(chunk.AsMemory(0, Size(number)), stop);
        Decrypt(number);
    }

    private void Decrypt(long number) {
        held = -1;
        cipher.Open(number, number == chunks - 1, chunk.AsSpan(0, Size(number)), plain.AsSpan(0, Size(number) - BlobSeal.TagLength));
        held = number;
    }

    /// <summary>The chunk at the position, and how much of it the caller gets; null at the end.</summary>
    private (long? Chunk, int Count) Wanted(int room) {
        if (position >= Length || room == 0) return (null, 0);
        var at = from + position;
        return (at / BlobSeal.ChunkLength, (int)Math.Min(Math.Min(room, Length - position), BlobSeal.ChunkLength - at % BlobSeal.ChunkLength));
    }

    private int Take(Span<byte> into) {
        plain.AsSpan((int)((from + position) % BlobSeal.ChunkLength), into.Length).CopyTo(into);
        position += into.Length;
        return into.Length;
    }

    private static long Place(long number) => BlobSeal.HeadLength + number * (BlobSeal.ChunkLength + BlobSeal.TagLength);

    private int Size(long number) =>
        (int)(number < chunks - 1 ? BlobSeal.ChunkLength : size - number * BlobSeal.ChunkLength) + BlobSeal.TagLength;
}
