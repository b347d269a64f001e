using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Embedded.Keys;
using ClaimsCloud.Testing;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded.Tests;

/// <summary>A disk that is full, at every amount of room between none and enough.</summary>
public sealed class FullDiskTests {
    private const int Step = 8 * 1024;
    private static readonly ScopeName Here = ScopeName.Of(new("here"));
    private readonly ManualTime time = new(new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero));
    private readonly SeededIds ids = new(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_that_does_not_fit_is_an_outage_leaves_nothing_of_it_and_is_done_once_there_is_room() {
        if (await OnSmallDisk.Here() is not { } disk) return;
        foreach (var keys in (StoreKeys?[])[null, KeysOfTests.One]) {
            var failed = 0;
            for (var free = 0; free < 4 * 1024 * 1024; free += Step) {
                var root = Path.Combine(disk.Path, $"data-{free}-{keys is null}");
                await using (var stores = EmbeddedStores.Open(root, time, new(), keys)) {
                    var at = stores.Open(Here);
                    await at.Documents.Commit(new Batch(ids).Create(Note.Kind, "before", new Note("before", "0")).Send(new NoteWritten("before")), Stop);
                    disk.LeaveFree(free);
                    var outage = await Failure(() => at.Documents.Commit(Large(), Stop));
                    var isThere = outage is null;
                    Assert.Equal(isThere ? 31 : 1, (await at.Documents.Query(All, Stop)).Items.Count);
                    Assert.Equal(isThere ? 6 : 1, (await Due(at)).Count);
                    Assert.Equal("before", (await at.Documents.Get(Note.Kind, "before", Stop))!.Value.Text);
                    if (!isThere) {
                        failed++;
                        Assert.Equal(StoreTrouble.Full, outage!.Trouble);
                        // It stays an outage however often somebody comes, and reads go on.
                        Assert.NotNull(await Failure(() => at.Documents.Commit(Large(), Stop)));
                        Assert.Single((await at.Documents.Query(All, Stop)).Items);
                    }
                    disk.MakeRoom();
                    // By the very stores that were full: nothing is opened anew.
                    Assert.Equal(isThere ? CommitResult.Conflict : CommitResult.Committed, await at.Documents.Commit(Large(), Stop));
                    Assert.Equal(6, (await Due(at)).Count);
                }
                await using (var again = EmbeddedStores.Open(root, time, new(), keys)) {
                    Assert.Equal(31, (await again.Open(Here).Documents.Query(All, Stop)).Items.Count);
                    Assert.Equal(6, (await Due(again.Open(Here))).Count);
                }
                Assert.Equal("ok", Integrity(root));
                Directory.Delete(root, recursive: true);
                // Two amounts were enough: so are all above.
                if (failed < free / Step) break;
            }
            Assert.True(failed > 8, $"only {failed} amounts of room were too small");
        }
    }

    [Fact]
    public async Task A_blob_that_does_not_fit_is_an_outage_and_leaves_neither_half_of_it_nor_its_room_taken() {
        if (await OnSmallDisk.Here() is not { } disk) return;
        foreach (var keys in (StoreKeys?[])[null, KeysOfTests.One]) {
            var root = Path.Combine(disk.Path, $"blobs-{keys is null}");
            await using var stores = EmbeddedStores.Open(root, time, new(), keys);
            var (blobs, bytes, failed) = (stores.Open(Here).Blobs, RandomNumberGenerator.GetBytes(400_000), 0);
            Assert.NotNull(await blobs.Put("before", new MemoryStream(bytes), Stop));
            for (var free = 0; free <= 600_000; free += 5 * Step) {
                disk.LeaveFree(free);
                var room = new DriveInfo(disk.Path).AvailableFreeSpace;
                var outage = await Failure(() => blobs.Put($"files/{free}", new MemoryStream(bytes), Stop));
                if (outage is not null) {
                    failed++;
                    Assert.Equal(StoreTrouble.Full, outage.Trouble);
                    Assert.Null(await blobs.Open($"files/{free}", 0, null, Stop));
                    Assert.Empty(Directory.EnumerateFiles(Path.Combine(root, "tenants", "here", "blobs", "unfinished")));
                    Assert.InRange(new DriveInfo(disk.Path).AvailableFreeSpace, room - 2 * 4096, room);
                }
                await using (var before = (await blobs.Open("before", 0, null, Stop))!) Assert.Equal(SHA256.HashData(bytes), await SHA256.HashDataAsync(before.Content, Stop));
                disk.MakeRoom();
                Assert.Equal(outage is null, await blobs.Put($"files/{free}", new MemoryStream(bytes), Stop) is null);
            }
            Assert.True(failed > 5, $"only {failed} amounts of room were too small");
            await stores.DisposeAsync();
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task A_scope_that_could_not_be_opened_opens_when_there_is_room_and_one_that_rested_can_be_read() {
        if (await OnSmallDisk.Here() is not { } disk) return;
        await using var stores = EmbeddedStores.Open(Path.Combine(disk.Path, "open"), time, new());
        await stores.Open(Here).Documents.Commit(new Batch(ids).Create(Note.Kind, "before", new Note("before", "0")), Stop);
        // As after minutes of rest: the pool has let go of its connections.
        SqliteConnection.ClearAllPools();
        disk.LeaveFree(0);
        Assert.Equal("before", (await stores.Open(Here).Documents.Get(Note.Kind, "before", Stop))!.Value.Text);
        var fresh = ScopeName.Of(new("fresh"));
        for (var i = 0; i < 2; i++) Assert.Equal(StoreTrouble.Full, Assert.Throws<StoreOutageException>(() => stores.Open(fresh)).Trouble);
        disk.MakeRoom();
        Assert.Equal(CommitResult.Committed, await stores.Open(fresh).Documents.Commit(new Batch(ids).Create(Note.Kind, "a", new Note("a", "1")), Stop));
    }

    private static IndexQuery<Note> All => new(Note.Kind, Note.BySort, IndexRange.All, QueryOrder.Ascending, 100);

    private Batch Large() {
        var batch = new Batch(ids);
        for (var i = 0; i < 30; i++) batch.Create(Note.Kind, $"n{i}", new Note(new string('x', 3000), $"{i}"));
        for (var i = 0; i < 5; i++) batch.Send(new NoteWritten($"{i}"));
        return batch;
    }

    private static Task<IReadOnlyList<OutboxMessage>> Due(ScopeStores at) => at.Outbox.Due([nameof(NoteWritten)], DateTimeOffset.MaxValue, 100, Stop);

    private static async Task<StoreOutageException?> Failure<T>(Func<Task<T>> work) {
        try {
            await work();
            return null;
        } catch (StoreOutageException outage) {
            return outage;
        }
    }

    private static string? Integrity(string root) {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(root, "tenants", "here", "documents.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return command.ExecuteScalar() as string;
    }
}
