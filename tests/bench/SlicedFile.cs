namespace ClaimsCloud.Bench;

/// <summary>A file that notes the processor time of the process at each twentieth of it that was read: what a core does while nobody takes it away shows in the fastest of them.</summary>
internal sealed class SlicedFile(string path) : Stream {
    private const int Slices = 20;
    private readonly FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
    private TimeSpan since = Environment.CpuUsage.TotalTime;
    private int slice;

    /// <summary>Of one twentieth; null before the first was read.</summary>
    public double? FastestSeconds { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => file.Length;
    public override long Position { get => file.Position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer) {
        if (file.Position * Slices / file.Length is var now && now > slice) {
            var at = Environment.CpuUsage.TotalTime;
            FastestSeconds = Math.Min(FastestSeconds ?? double.MaxValue, (at - since).TotalSeconds / (now - slice));
            (slice, since) = ((int)now, at);
        }
        return file.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    protected override void Dispose(bool disposing) {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Twentieths of a whole.</summary>
    public static double Whole(double slice) => slice * Slices;
}
