namespace ClaimsCloud.Storage.Embedded.Keys;

/// <summary>Writes the encrypted form of a blob while its plain text comes in. The last chunk is known only at the end: one is always held back.</summary>
internal sealed class SealedWriter(FileStream into, byte[] head, ChunkCipher cipher) : IDisposable {
    private readonly byte[] plain = new byte[BlobSeal.ChunkLength], chunk = new byte[BlobSeal.ChunkLength + BlobSeal.TagLength];
    private int held;
    private long number;
    private bool begun;

    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken stop) {
        while (bytes.Length > 0) {
            if (held == plain.Length) await Put(isLast: false, stop);
            var count = Math.Min(bytes.Length, plain.Length - held);
            bytes[..count].CopyTo(plain.AsMemory(held));
            held += count;
            bytes = bytes[count..];
        }
    }

    public Task Finish(CancellationToken stop) => Put(isLast: true, stop);

    public void Dispose() => cipher.Dispose();

    private async Task Put(bool isLast, CancellationToken stop) {
        if (!begun) await into.WriteAsync(head, stop);
        begun = true;
        cipher.Seal(number++, isLast, plain.AsSpan(0, held), chunk);
        await into.WriteAsync(chunk.AsMemory(0, held + BlobSeal.TagLength), stop);
        held = 0;
    }
}
