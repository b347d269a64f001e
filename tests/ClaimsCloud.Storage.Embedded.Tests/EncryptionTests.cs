using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Embedded.Keys;
using ClaimsCloud.Testing;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded.Tests;

/// <summary>What lies on the disk, what happens when somebody changes it there, and which keys open it.</summary>
public sealed class EncryptionTests : IAsyncDisposable {
    private const int Chunk = 64 * 1024 + 16;
    private static readonly ScopeName Here = ScopeName.Of(new("here")), There = ScopeName.Of(new("there"));
    private readonly DataFolder folder = new();
    private readonly ManualTime time = new(new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero));
    private readonly SeededIds ids = new(22);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private string Database => Path.Combine(folder.Path, "tenants", "here", "documents.db");

    [Fact]
    public async Task Bodies_messages_and_blobs_are_not_readable_on_the_disk() {
        await Fill(KeysOfTests.One, Here);
        Assert.Empty(Readable("山田花子"));
        await StoresRewrite.Run(folder.Path, KeysOfTests.One, null, Stop);
        Assert.NotEmpty(Readable("山田花子"));
    }

    [Fact]
    public async Task A_row_that_was_put_in_another_place_does_not_open() {
        await Fill(KeysOfTests.One, Here, There);
        Change(Database, "UPDATE documents SET body = (SELECT body FROM documents WHERE id = 'a') WHERE id = 'b'");
        File.Copy(Path.Combine(folder.Path, "tenants", "here", "documents.db"), Path.Combine(folder.Path, "tenants", "there", "documents.db"), overwrite: true);
        foreach (var left in Directory.GetFiles(Path.Combine(folder.Path, "tenants", "there"), "documents.db-*")) File.Delete(left);
        await using var stores = Open(KeysOfTests.One);
        Assert.NotNull(await stores.Open(Here).Documents.Get(Note.Kind, "a", Stop));
        await Assert.ThrowsAsync<CryptographicException>(() => stores.Open(Here).Documents.Get(Note.Kind, "b", Stop));
        await Assert.ThrowsAsync<CryptographicException>(() => stores.Open(There).Documents.Get(Note.Kind, "a", Stop));
    }

    [Fact]
    public async Task A_row_in_the_clear_and_a_message_to_somebody_else_are_refused() {
        await Fill(KeysOfTests.One, Here);
        Change(Database, "UPDATE documents SET body = '{\"text\":\"x\",\"sort\":\"1\"}' WHERE id = 'a'; UPDATE outbox SET target = 'platform'");
        await using var stores = Open(KeysOfTests.One);
        await Assert.ThrowsAsync<CryptographicException>(() => stores.Open(Here).Documents.Get(Note.Kind, "a", Stop));
        await Assert.ThrowsAsync<CryptographicException>(() => stores.Open(Here).Outbox.Due([nameof(NoteWritten)], time.GetUtcNow(), 10, Stop));
    }

    /// <summary>Every way to change a file of four chunks; the range that is read is always its first ten bytes and then all of it.</summary>
    [Theory]
    [InlineData("cut inside a chunk")]
    [InlineData("cut at a chunk")]
    [InlineData("cut to nothing")]
    [InlineData("chunks swapped")]
    [InlineData("chunk repeated")]
    [InlineData("longer")]
    [InlineData("one bit")]
    [InlineData("under another name")]
    [InlineData("in another scope")]
    public async Task A_changed_file_is_noticed(string how) {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        await using (var stores = Open(KeysOfTests.One)) {
            await stores.Open(Here).Blobs.Put("a", new MemoryStream(bytes), Stop);
            await stores.Open(There).Blobs.Put("other", new MemoryStream(bytes), Stop);
        }
        string At(string tenant, string name) => Path.Combine(folder.Path, "tenants", tenant, "blobs", "whole", name);
        var file = await File.ReadAllBytesAsync(At("here", "a"), Stop);
        var (head, chunks) = (file[..^(200_000 + 4 * 16)], file[^(200_000 + 4 * 16)..].Chunk(Chunk).ToArray());
        var (scope, name) = how switch { "under another name" => (Here, "b"), "in another scope" => (There, "a"), _ => (Here, "a") };
        await File.WriteAllBytesAsync(At(scope == Here ? "here" : "there", name), how switch {
            "cut inside a chunk" => file[..^7],
            "cut at a chunk" => [.. head, .. chunks[0], .. chunks[1]],
            "cut to nothing" => head,
            "chunks swapped" => [.. head, .. chunks[1], .. chunks[0], .. chunks[2], .. chunks[3]],
            "chunk repeated" => [.. head, .. chunks[0], .. chunks[0], .. chunks[2], .. chunks[3]],
            "longer" => [.. file, .. new byte[40]],
            "one bit" => [.. file[..70_000], (byte)(file[70_000] ^ 1), .. file[70_001..]],
            _ => file,
        }, Stop);
        await using var again = Open(KeysOfTests.One);
        await Assert.ThrowsAsync<CryptographicException>(async () => {
            await using var blob = (await again.Open(scope).Blobs.Open(name, 0, null, Stop))!;
            await blob.Content.CopyToAsync(Stream.Null, Stop);
        });
        if (how.StartsWith("cut", StringComparison.Ordinal) || how == "longer")
            await Assert.ThrowsAsync<CryptographicException>(() => again.Open(scope).Blobs.Open(name, 0, 10, Stop));
    }

    [Fact]
    public async Task The_wrong_key_no_key_and_a_lost_mark_are_refused_and_nothing_is_changed() {
        await Fill(KeysOfTests.One, Here);
        Assert.Contains("is not the key 1", Assert.Throws<StoreKeyException>(() => Open(KeysOfTests.Another)).Message, StringComparison.Ordinal);
        Assert.Contains("no key file is named", Assert.Throws<StoreKeyException>(() => Open(null)).Message, StringComparison.Ordinal);
        Assert.Contains("not in the key file", Assert.Throws<StoreKeyException>(() => Open(StoreKeys.Parse(StoreKeys.NewLine(2)))).Message, StringComparison.Ordinal);
        File.Move(Path.Combine(folder.Path, "keys.mark"), Path.Combine(folder.Path, "aside"));
        Assert.Contains("are not encrypted", Assert.Throws<StoreKeyException>(() => Open(KeysOfTests.One)).Message, StringComparison.Ordinal);
        File.Move(Path.Combine(folder.Path, "aside"), Path.Combine(folder.Path, "keys.mark"));
        await using var stores = Open(KeysOfTests.One);
        Assert.NotNull(await stores.Open(Here).Documents.Get(Note.Kind, "a", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("1 AAAA\n")]
    [InlineData("x AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public void What_is_no_key_file_is_refused_without_showing_it(string text) =>
        Assert.DoesNotContain("AAAA", Assert.Throws<StoreKeyException>(() => StoreKeys.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task After_a_rotation_old_and_new_are_readable_and_after_the_rewrite_the_old_key_is_not_needed() {
        await Fill(KeysOfTests.One, Here);
        await using (var stores = Open(KeysOfTests.Two)) {
            await stores.Open(Here).Documents.Commit(new Batch(ids).Create(Note.Kind, "new", new Note("新しい", "9")), Stop);
            Assert.NotNull(await stores.Open(Here).Documents.Get(Note.Kind, "a", Stop));
        }
        Assert.Throws<StoreKeyException>(() => Open(KeysOfTests.One));
        await StoresRewrite.Run(folder.Path, KeysOfTests.Two, KeysOfTests.Two, Stop);
        var newest = StoreKeys.Parse(KeysOfTests.SecondLine);
        await using var after = Open(newest);
        Assert.Equal("山田花子", (await after.Open(Here).Documents.Get(Note.Kind, "a", Stop))!.Value.Text);
        Assert.NotNull(await after.Open(Here).Documents.Get(Note.Kind, "new", Stop));
        await using var blob = (await after.Open(Here).Blobs.Open("files/a", 0, null, Stop))!;
        Assert.Equal("山田花子", await new StreamReader(blob.Content).ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task There_and_back_again_nothing_is_lost_and_the_proofs_are_equal() {
        await Fill(null, ScopeName.Platform, Here, There);
        var there = await StoresRewrite.Run(folder.Path, null, KeysOfTests.One, Stop);
        Assert.Throws<StoreKeyException>(() => Open(null));
        Assert.Empty(Readable("山田花子"));
        var back = await StoresRewrite.Run(folder.Path, KeysOfTests.One, null, Stop);
        Assert.Equal(there, back);
        Assert.Equal(["platform", "tenant/here", "tenant/there"], back.Select(p => p.Scope).Order(StringComparer.Ordinal));
        Assert.All(back, proof => Assert.Equal((2, 1, 0, 1), (proof.Documents, proof.Messages, proof.Consumed, proof.Blobs)));
        await using var stores = Open(null);
        Assert.Equal("山田花子", (await stores.Open(There).Documents.Get(Note.Kind, "a", Stop))!.Value.Text);
    }

    /// <summary>A crash before the new stores are whole, and one while they take the place of the old ones.</summary>
    [Fact]
    public async Task A_rewrite_that_died_is_thrown_away_or_brought_to_its_end() {
        await Fill(KeysOfTests.One, Here, There);
        var rewriting = Path.Combine(folder.Path, "rewriting");
        await using (var half = EmbeddedStores.Open(rewriting, time, new(), KeysOfTests.Two)) half.Open(Here);
        await using (var stores = Open(KeysOfTests.One)) Assert.NotNull(await stores.Open(Here).Documents.Get(Note.Kind, "a", Stop));
        Assert.False(Directory.Exists(rewriting));

        var copy = Directory.CreateTempSubdirectory("claimscloud-").FullName;
        try {
            foreach (var tenant in (string[])["here", "there"]) Copy(Path.Combine(folder.Path, "tenants", tenant), Path.Combine(copy, "tenants", tenant));
            File.Copy(Path.Combine(folder.Path, "keys.mark"), Path.Combine(copy, "keys.mark"));
            // As it is after the mark "done", when the old tenants are half gone.
            Directory.Move(copy, rewriting);
            File.WriteAllText(Path.Combine(folder.Path, "rewriting.done"), "sealed");
            Directory.Delete(Path.Combine(folder.Path, "tenants", "there"), recursive: true);
            await using var stores = Open(KeysOfTests.One);
            Assert.NotNull(await stores.Open(There).Documents.Get(Note.Kind, "a", Stop));
            Assert.False(Directory.Exists(rewriting));
        } finally {
            if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public async Task Old_index_entries_that_name_a_patient_are_written_anew() {
        await using (var stores = Open(null))
            await stores.Open(Here).Rows.Write([
                new DocumentRow("care-sheet", "202405.abc", "{}", [new("month", "202405|ヤマダハナコ")]),
                KindsOfBefore.Row(KindsOfBefore.Edits, "e1", KindsOfBefore.EditOf("山田花子")),
            ], Stop);
        await StoresRewrite.Run(folder.Path, null, KeysOfTests.One, Stop);
        Assert.Empty(Readable("ヤマダハナコ"));
        Assert.Empty(Readable("山田花子"));
        await using var after = Open(KeysOfTests.One);
        var rows = await after.Open(Here).Rows.Read(Stop).OfType<DocumentRow>().ToListAsync(Stop);
        Assert.Equal([new("month", "202405|abc")], rows.Single(r => r.Kind == "care-sheet").Entries);
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private EmbeddedStores Open(StoreKeys? keys) => EmbeddedStores.Open(folder.Path, time, new(), keys);

    private async Task Fill(StoreKeys? keys, params IReadOnlyList<ScopeName> scopes) {
        await using var stores = Open(keys);
        foreach (var scope in scopes) {
            var at = stores.Open(scope);
            await at.Blobs.Put("files/a", new MemoryStream(Encoding.UTF8.GetBytes("山田花子")), Stop);
            await at.Documents.Commit(new Batch(ids).Create(Note.Kind, "a", new Note("山田花子", "1")).Create(Note.Kind, "b", new Note("山田花子", "2")).Send(new NoteWritten("山田花子")), Stop);
        }
    }

    private List<string> Readable(string text) {
        CodePagesEncodingProvider.Instance.GetEncoding(932);
        byte[][] forms = [Encoding.UTF8.GetBytes(text), CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        return [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => forms.Any(form => File.ReadAllBytes(file).AsSpan().IndexOf(form) >= 0))];
    }

    private static void Change(string database, string sql) {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Copy(string from, string to) {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }
}
