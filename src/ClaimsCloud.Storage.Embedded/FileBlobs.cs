using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>Blobs as files. A blob is written beside its place, flushed to the disk and then renamed without overwriting, so that no crash leaves half of one.</summary>
internal sealed class FileBlobs : IBlobs {
    private const int BufferSize = 128 * 1024;
    private readonly string root;
    private readonly string unfinished;
    private readonly BlobSeal? seal;

    /// <param name="seal">Null: files lie there as they came.</param>
    public FileBlobs(string folder, BlobSeal? seal) {
        (root, unfinished, this.seal) = (Path.Combine(folder, "whole"), Path.Combine(folder, "unfinished"), seal);
        // What lies there is from a process that died: nobody was told that it exists.
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        Directory.CreateDirectory(root);
    }

    public Task<BlobReceipt?> Put(string name, Stream content, CancellationToken stop) => DiskOutage.Of(() => PutFile(name, content, stop));

    public Task<BlobContent?> Open(string name, long offset, long? length, CancellationToken stop) => DiskOutage.Of(() => OpenFile(name, offset, length, stop));

    public Task<IReadOnlyList<string>> List(string prefix, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<string>>(DiskOutage.Of<string[]>(() => [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]));

    public Task Delete(string name, CancellationToken stop) => DiskOutage.Of(() => {
        var place = PlaceOf(name);
        if (File.Exists(place)) File.Delete(place);
        return Task.FromResult(place);
    });

    private async Task<BlobReceipt?> PutFile(string name, Stream content, CancellationToken stop) {
        var place = PlaceOf(name);
        if (File.Exists(place)) return null;
        var temporary = Path.Combine(unfinished, Path.GetRandomFileName());
        try {
            var receipt = await Write(temporary, name, content, stop);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!Disk.MoveNew(temporary, place)) return null;
            Disk.FlushFolder(Path.GetDirectoryName(place)!, root);
            return receipt;
        } finally {
            File.Delete(temporary);
        }
    }

    private async Task<BlobContent?> OpenFile(string name, long offset, long? length, CancellationToken stop) {
        stop.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var place = PlaceOf(name);
        if (!File.Exists(place)) return null;
        FileStream file;
        try {
            file = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, seal is null ? BufferSize : 1, FileOptions.Asynchronous);
        } catch (FileNotFoundException) {
            return null;
        }
        if (seal is not null) {
            var (content, size) = await SealedRange.Open(file, seal, name, offset, length, stop);
            return new(content, size);
        }
        var from = Math.Min(offset, file.Length);
        return new(new FileRange(file, from, Math.Min(length ?? long.MaxValue, file.Length - from)), file.Length);
    }

    private async Task<BlobReceipt> Write(string file, string name, Stream content, CancellationToken stop) {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var into = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        using var sealing = seal?.New(name) is ({ } head, { } chunks) ? new SealedWriter(into, head, chunks) : null;
        var buffer = new byte[BufferSize];
        var size = 0L;
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; size += read) {
            hash.AppendData(buffer, 0, read);
            if (sealing is null) await into.WriteAsync(buffer.AsMemory(0, read), stop);
            else await sealing.Write(buffer.AsMemory(0, read), stop);
        }
        if (sealing is not null) await sealing.Finish(stop);
        into.Flush(flushToDisk: true);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private string PlaceOf(string name) =>
        BlobNames.IsName(name) ? Path.Combine(root, name) : throw new ArgumentException($"'{name}' is not a blob name.");
}
