using System.Net;

namespace ClaimsCloud.Edge;

/// <summary>A file of the spool as the body of a call; each part that went out renews the patience.</summary>
internal sealed class SpoolContent(FileStream file, Patience patience) : HttpContent {
    private const int PartSize = 64 << 10;

    protected override bool TryComputeLength(out long length) {
        length = file.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, patience.Token);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) {
        var part = new byte[PartSize];
        for (int read; (read = await file.ReadAsync(part, cancellationToken)) > 0; patience.Renew()) await stream.WriteAsync(part.AsMemory(0, read), cancellationToken);
    }

    protected override void Dispose(bool disposing) {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
