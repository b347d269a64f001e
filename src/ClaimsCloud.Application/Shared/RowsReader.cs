using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ClaimsCloud.Application.Shared;

/// <summary>Reads what <see cref="RowsWriter{T}"/> wrote: any stretch of rows by number, or all of them one after the other.</summary>
internal sealed class RowsReader<T>(IBlobs blobs, string name) where T : class {
    private long? size;

    public async Task<int> Count(CancellationToken stop) {
        await using (var blob = await Open(0, 0, stop)) size ??= blob.Size;
        return checked((int)await Number(size.Value - 8, stop));
    }

    /// <param name="from">Row number from 0.</param>
    public async Task<IReadOnlyList<T>> Read(int from, int count, CancellationToken stop) {
        var all = await Count(stop);
        count = Math.Min(count, all - from);
        if (from < 0 || count <= 0) return [];
        var table = size!.Value - 8 - 8L * all;
        var start = await Number(table + 8L * from, stop);
        var end = from + count == all ? table : await Number(table + 8L * (from + count), stop);
        var rows = new List<T>(count);
        await foreach (var row in Lines(start, end, stop)) rows.Add(row);
        return rows;
    }

    public async IAsyncEnumerable<T> All([EnumeratorCancellation] CancellationToken stop) {
        var all = await Count(stop);
        await foreach (var row in Lines(0, size!.Value - 8 - 8L * all, stop)) yield return row;
    }

    /// <summary>The numbered page of the rows that a search lets through; without a search only that page is read.</summary>
    public async Task<(IReadOnlyList<T> Items, int Total)> Page(Func<T, bool>? search, int number, int pageSize, CancellationToken stop) {
        var first = (long)(number - 1) * pageSize;
        if (search is null) return (first > int.MaxValue ? [] : await Read((int)first, pageSize, stop), await Count(stop));
        var (items, total) = (new List<T>(), 0);
        await foreach (var row in All(stop)) {
            if (!search(row)) continue;
            if (total >= first && items.Count < pageSize) items.Add(row);
            total++;
        }
        return (items, total);
    }

    private async IAsyncEnumerable<T> Lines(long from, long end, [EnumeratorCancellation] CancellationToken stop) {
        await using var blob = await Open(from, end - from, stop);
        using var reader = new StreamReader(blob.Content, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        while (await reader.ReadLineAsync(stop) is { } line)
            yield return JsonSerializer.Deserialize<T>(line, Json.Options) ?? throw new JsonException($"A row of {name} is null.");
    }

    private async Task<long> Number(long at, CancellationToken stop) {
        await using var blob = await Open(at, 8, stop);
        var bytes = new byte[8];
        await blob.Content.ReadExactlyAsync(bytes, stop);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    private async Task<BlobContent> Open(long offset, long length, CancellationToken stop) =>
        await blobs.Open(name, offset, length, stop) ?? throw new IOException($"Blob {name} is missing.");
}
