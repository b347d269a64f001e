using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

public abstract class BlobsContract : PortContract {
    private IBlobs Blobs => Stores.Open(Here).Blobs;

    [Fact]
    public async Task Bytes_of_any_size_come_back_with_the_hash_of_what_was_stored() {
        var random = new Random(3);
        foreach (var size in (int[])[0, 1, 131_071, 131_072, 131_073, 1_000_000]) {
            var bytes = Bytes(random, size);
            var receipt = await Blobs.Put($"a/{size}", new MemoryStream(bytes), Stop);
            Assert.Equal(new BlobReceipt(Convert.ToHexStringLower(SHA256.HashData(bytes)), size), receipt);
            Assert.Equal(bytes, await Read($"a/{size}", 0, null));
        }
    }

    [Fact]
    public async Task Any_range_is_the_slice_of_the_whole() {
        var random = new Random(5);
        var bytes = Bytes(random, 300_000);
        await Blobs.Put("a", new MemoryStream(bytes), Stop);
        for (var i = 0; i < 200; i++) {
            var (from, length) = (random.Next(0, 310_000), random.Next(0, 50_000));
            Assert.Equal(bytes.Skip(from).Take(length), await Read("a", from, length));
        }
        Assert.Equal(bytes[299_999..], await Read("a", 299_999, null));
        await using var range = (await Blobs.Open("a", 1000, 500, Stop))!;
        Assert.Equal((300_000, 500), (range.Size, range.Content.Length));
        range.Content.Seek(-10, SeekOrigin.End);
        var tail = new byte[20];
        Assert.Equal(10, await range.Content.ReadAtLeastAsync(tail, 20, throwOnEndOfStream: false, Stop));
        Assert.Equal(bytes[1490..1500], tail[..10]);
    }

    [Fact]
    public async Task Of_many_writers_of_one_name_one_wins_and_its_bytes_stay() {
        for (var round = 0; round < 20; round++) {
            var name = $"race/{round}";
            var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
                Blobs.Put(name, new MemoryStream(Enumerable.Repeat((byte)i, 50_000 + i).ToArray()), Stop), Stop)));
            var winner = Assert.Single(receipts, r => r is not null)!;
            var stored = await Read(name, 0, null);
            Assert.Equal(winner, new BlobReceipt(Convert.ToHexStringLower(SHA256.HashData(stored)), stored.Length));
        }
    }

    [Fact]
    public async Task A_writer_that_dies_leaves_nothing_and_the_name_stays_free() {
        await Assert.ThrowsAsync<IOException>(() => Blobs.Put("a", new Breaking(70_000), Stop));
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Blobs.Put("a", new Breaking(70_000, cancelled.Cancel), cancelled.Token));
        await Restart();
        Assert.Null(await Blobs.Open("a", 0, null, Stop));
        Assert.Empty(await Blobs.List("", Stop));
        Assert.NotNull(await Blobs.Put("a", new MemoryStream([1]), Stop));
    }

    [Fact]
    public async Task A_blob_that_was_answered_for_survives_a_restart() {
        await Blobs.Put("deep/er/a", new MemoryStream([1, 2, 3]), Stop);
        await Restart();
        Assert.Equal([1, 2, 3], await Read("deep/er/a", 0, null));
    }

    [Fact]
    public async Task A_list_by_prefix_is_ordered_and_only_of_this_scope() {
        foreach (var name in (string[])["b/2", "b/1", "a", "bb", "b/1.x/y"]) await Blobs.Put(name, new MemoryStream([1]), Stop);
        await Stores.Open(Elsewhere).Blobs.Put("b/9", new MemoryStream([9]), Stop);
        Assert.Equal(["b/1", "b/1.x/y", "b/2"], await Blobs.List("b/", Stop));
        Assert.Equal(["a", "b/1", "b/1.x/y", "b/2", "bb"], await Blobs.List("", Stop));
        Assert.Null(await Blobs.Open("b/9", 0, null, Stop));
    }

    [Fact]
    public async Task The_same_name_in_another_scope_is_another_blob() {
        await Blobs.Put("a", new MemoryStream([1]), Stop);
        var other = Stores.Open(Elsewhere).Blobs;
        Assert.Null(await other.Open("a", 0, null, Stop));
        Assert.Empty(await other.List("", Stop));
        await other.Delete("a", Stop);
        Assert.NotNull(await other.Put("a", new MemoryStream([2]), Stop));
        Assert.Equal([1], await Read("a", 0, null));
        await other.Delete("a", Stop);
        Assert.Equal([1], await Read("a", 0, null));
    }

    [Fact]
    public async Task A_large_blob_that_comes_in_small_pieces_is_whole_and_a_second_one_of_its_name_is_refused() {
        var bytes = Bytes(new(11), 9 * 1024 * 1024 + 7);
        Assert.Equal(new BlobReceipt(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length), await Blobs.Put("a", new Trickle(bytes), Stop));
        Assert.Null(await Blobs.Put("a", new Trickle(bytes[1..]), Stop));
        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(await Read("a", 0, null)));
        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => Blobs.Put("race", new Trickle(bytes[(i * 1000)..]), Stop), Stop)));
        var winner = Assert.Single(receipts, r => r is not null)!;
        Assert.Equal(winner.Sha256, Convert.ToHexStringLower(SHA256.HashData(await Read("race", 0, null))));
    }

    [Fact]
    public async Task Deleting_is_final_and_may_be_repeated() {
        await Blobs.Put("a", new MemoryStream([1]), Stop);
        await Blobs.Delete("a", Stop);
        await Blobs.Delete("a", Stop);
        Assert.Null(await Blobs.Open("a", 0, null, Stop));
        Assert.NotNull(await Blobs.Put("a", new MemoryStream([2]), Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("A")]
    [InlineData("a\\b")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a./b")]
    [InlineData("а")]
    [InlineData("日")]
    public async Task A_name_outside_the_rule_is_a_mistake(string name) {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Blobs.Put(name, new MemoryStream([1]), Stop));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Blobs.Open(name, 0, null, Stop));
    }

    private async Task<byte[]> Read(string name, long offset, long? length) {
        await using var blob = await Blobs.Open(name, offset, length, Stop) ?? throw new FileNotFoundException(name);
        using var into = new MemoryStream();
        await blob.Content.CopyToAsync(into, Stop);
        return into.ToArray();
    }

    private static byte[] Bytes(Random random, int size) {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Cannot seek and never fills the reader's buffer.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes) {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 100_003)], cancellationToken);
    }

    /// <summary>Gives some bytes and then the connection is gone.</summary>
    private sealed class Breaking(int after, Action? instead = null) : MemoryStream {
        private int given;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) {
            cancellationToken.ThrowIfCancellationRequested();
            if (given >= after) {
                if (instead is null) throw new IOException("gone");
                instead();
            }
            var count = Math.Min(buffer.Length, 10_000);
            given += count;
            return ValueTask.FromResult(count);
        }
    }
}
