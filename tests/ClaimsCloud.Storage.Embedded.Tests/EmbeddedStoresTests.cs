using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Testing;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded.Tests;

/// <summary>What is true of this backend only: its files.</summary>
public sealed class EmbeddedStoresTests : IAsyncDisposable {
    private readonly DataFolder folder = new();
    private readonly ManualTime time = new(new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_process_cannot_open_the_folder() {
        await using (var first = EmbeddedStores.Open(folder.Path, time, new()))
            Assert.Throws<IOException>(() => EmbeddedStores.Open(folder.Path, time, new()));
        await using var next = EmbeddedStores.Open(folder.Path, time, new());
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    public async Task A_tenant_id_cannot_leave_the_folder(string id) {
        await using var stores = EmbeddedStores.Open(folder.Path, time, new());
        Assert.Throws<ArgumentException>(() => stores.Open(ScopeName.Of(new(id))));
    }

    [Fact]
    public async Task What_a_dying_process_left_half_written_is_swept_and_was_never_visible() {
        await using (var stores = EmbeddedStores.Open(folder.Path, time, new())) stores.Open(ScopeName.Of(new("here")));
        var half = Path.Combine(folder.Path, "tenants", "here", "blobs", "unfinished", "half");
        await File.WriteAllTextAsync(half, "half", Stop);
        await using var again = EmbeddedStores.Open(folder.Path, time, new());
        Assert.Empty(await again.Open(ScopeName.Of(new("here"))).Blobs.List("", Stop));
        Assert.False(File.Exists(half));
    }

    [Fact]
    public async Task The_file_of_a_scope_is_in_wal_mode() {
        await using var stores = EmbeddedStores.Open(folder.Path, time, new());
        stores.Open(ScopeName.Platform);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "platform", "documents.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", await command.ExecuteScalarAsync(Stop));
    }

    /// <summary>The platform's connections take turns, and each has read the tables at another time.</summary>
    [Fact]
    public async Task Every_connection_of_a_scope_follows_its_tables_up_and_down() {
        await using var stores = EmbeddedStores.Open(folder.Path, time, new());
        var (scope, ids, sent) = (stores.Open(ScopeName.Platform), new SeededIds(1), 0);
        foreach (var layout in (int[])[1, 3, 1, 3]) {
            // Up and down so often that each of them alters what the others altered since.
            for (var turn = 0; turn < 10; turn++)
                foreach (var next in (int[])[4 - layout, layout]) await scope.Rows.SetLayout(StoreSteps.At(next), Stop);
            for (var call = 0; call < 20; call++) {
                Assert.Equal(CommitResult.Committed, await scope.Documents.Commit(new Batch(ids).Send(new NoteWritten($"{sent++}")), Stop));
                Assert.Equal(sent, (await scope.Outbox.Due([nameof(NoteWritten)], time.GetUtcNow(), 200, Stop)).Count);
                Assert.Equal(sent, await scope.Rows.Read(Stop).CountAsync(Stop));
            }
        }
    }

    /// <summary>A host has thousands of scopes open: what every overlap of two calls left open would come to more files than a process may have.</summary>
    [Fact]
    public async Task Calls_beside_each_other_leave_no_file_open_but_the_one_of_the_scope() {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Which files a process has open is asked of /proc.");
        const int tenants = 20, calls = 8;
        // However long it takes: a machine that is busy must not make them impatient.
        var all = Enumerable.Range(0, tenants).Select(n => ScopeDatabase.Open(Path.Combine(folder.Path, $"{n}.db"), ScopeName.Of(new($"tenant-{n}")), Timeout.InfiniteTimeSpan)).ToList();
        try {
            for (var round = 0; round < 5; round++)
                foreach (var database in all)
                    await Task.WhenAll(Enumerable.Range(0, calls).Select(call => Task.Run<object?>(async () => call % 2 == 0
                        ? await database.Write((connection, _) => connection.Scalar("UPDATE counter SET value = value + 1 RETURNING value"), Stop)
                        : await database.Read(connection => connection.Scalar("SELECT value FROM counter"), Stop), Stop)));
            Assert.Equal(tenants, Directory.GetFiles("/proc/self/fd").Select(Target).Count(name => name?.StartsWith(folder.Path, StringComparison.Ordinal) is true && name.EndsWith(".db", StringComparison.Ordinal)));
        } finally {
            foreach (var database in all) database.Dispose();
        }

        // Other tests close theirs meanwhile.
        static string? Target(string fd) {
            try {
                return File.ResolveLinkTarget(fd, returnFinalTarget: false)?.FullName;
            } catch (FileNotFoundException) {
                return null;
            }
        }
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
