using System.Net;

namespace ClaimsCloud.Edge;

/// <summary>A piece of a file of the spool as the body of a call; each block that went out renews the patience.</summary>
internal sealed class SpoolContent(string path, long offset, long length, Patience patience) : HttpContent {
    private const int BlockSize = 64 << 10;

    protected override bool TryComputeLength(out long size) {
        size = length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, patience.Token);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        file.Seek(offset, SeekOrigin.Begin);
        var block = new byte[BlockSize];
        for (var left = length; left > 0; patience.Renew()) {
            var read = await file.ReadAsync(block.AsMemory(0, (int)Math.Min(left, BlockSize)), cancellationToken);
            if (read == 0) throw new IOException("the file is shorter than it was");
            await stream.WriteAsync(block.AsMemory(0, read), cancellationToken);
            left -= read;
        }
    }
}
