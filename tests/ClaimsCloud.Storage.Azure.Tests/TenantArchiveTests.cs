using System.IO.Compression;
using System.Security.Cryptography;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Azure.Tests.Servers;
using ClaimsCloud.Storage.Embedded;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Storage.Azure.Tests;

/// <summary>A tenant goes from a folder into Azure and back, and every count and hash is the same at each stop.</summary>
public sealed class TenantArchiveTests(AzureServers servers) : IAsyncLifetime {
    private static readonly TenantId Moving = new("moving");
    private readonly TemporaryFolder from = new(), to = new();
    private readonly AzureData data = AzureData.On(servers);
    private readonly SeededIds ids = new(1);
    private EmbeddedStores here = null!;
    private byte[] archive = [];
    private string seal = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() {
        here = EmbeddedStores.Open(from.Path, TimeProvider.System, new());
        foreach (var tenant in (string[])["moving", "staying"]) await Fill(here, tenant);
        using var file = new MemoryStream();
        seal = Proof(await BackUpTenant.Handle(Moving, here, file, Stop)).Seal;
        archive = file.ToArray();
    }

    public async ValueTask DisposeAsync() {
        await here.DisposeAsync();
        await data.Delete();
        from.Dispose();
        to.Dispose();
    }

    [Fact]
    public async Task A_tenant_moves_into_azure_and_back_with_every_count_and_hash() {
        await using var azure = await data.Open(TimeProvider.System, new());
        await using var there = EmbeddedStores.Open(to.Path, TimeProvider.System, new());
        var first = Proof(await RestoreTenant.Handle(new MemoryStream(archive), seal, azure, Stop));
        Assert.Equal((seal, 301, 2, 1, 2, 5_000_003L), (first.Seal, first.Documents, first.Messages, first.Consumed, first.Blobs, first.BlobBytes));
        using var file = new MemoryStream();
        Assert.Equal(first, Proof(await BackUpTenant.Handle(Moving, azure, file, Stop)));
        Assert.Equal(first, Proof(await RestoreTenant.Handle(file, seal, there, Stop)));
        var tenant = (await new TenantDirectory(there, TimeProvider.System, ids).Open(Moving, Stop))!;
        Assert.Equal("moving7", (await tenant.Documents.Get(Note.Kind, "n7", Stop))?.Value.Text);
        Assert.Null(await new TenantDirectory(there, TimeProvider.System, ids).Open(new("staying"), Stop));
        Assert.Equal(["account-moving"], await Accounts(there));
    }

    [Fact]
    public async Task What_was_cut_off_or_changed_is_refused_and_nothing_is_written() {
        await using var there = EmbeddedStores.Open(to.Path, TimeProvider.System, new());
        for (var cut = 0; cut < 40; cut++) await Refused(there, archive[..(archive.Length * cut / 40)]);
        await Refused(there, Changed(zip => zip.GetEntry("rows.jsonl")!.Delete()));
        await Refused(there, Changed(zip => zip.CreateEntry("blobs/one-more").Open().Dispose()));
        await Refused(there, Changed(zip => Rewrite(zip, "rows.jsonl", text => text.Replace("moving7", "moving8", StringComparison.Ordinal))));
        await Refused(there, Changed(zip => Rewrite(zip, "platform.jsonl", text => text.Replace("account-moving", "account-mine", StringComparison.Ordinal))));
        await Refused(there, Changed(zip => Rewrite(zip, "blobs/files/small", text => text + "x")));
        await Refused(there, Changed(zip => Rewrite(zip, "manifest.json", text => text.Replace("\"documents\":301", "\"documents\":300", StringComparison.Ordinal))));
        await Refused(there, archive, new string('0', 64));
        Assert.Empty(await there.Open(ScopeName.Of(Moving)).Blobs.List("", Stop));
        Assert.Null(await new TenantDirectory(there, TimeProvider.System, ids).Open(Moving, Stop));
    }

    [Fact]
    public async Task A_tenant_that_is_there_is_not_overwritten_and_nobody_elses_login_is() {
        Assert.Equal(Refusals.TenantExists, Refusal(await RestoreTenant.Handle(new MemoryStream(archive), seal, here, Stop)));
        await using var there = EmbeddedStores.Open(to.Path, TimeProvider.System, new());
        await there.Open(ScopeName.Platform).Rows.Write([new DocumentRow("account", "account-moving", """{"tenantId":"other"}""", [])], Stop);
        Assert.Equal(Refusals.TenantExists, Refusal(await RestoreTenant.Handle(new MemoryStream(archive), seal, there, Stop)));
        Assert.Equal(Refusals.NotFound, Refusal(await BackUpTenant.Handle(new("nobody"), here, new MemoryStream(), Stop)));
    }

    [Fact]
    public async Task After_a_crash_in_the_middle_it_is_repeated_and_other_leftovers_are_seen() {
        await using var there = EmbeddedStores.Open(to.Path, TimeProvider.System, new());
        var scope = there.Open(ScopeName.Of(Moving));
        await scope.Rows.Write([new DocumentRow("note", "n7", "{}", []), new DocumentRow("note", "left", "{}", [])], Stop);
        Assert.Equal(Refusals.RestoreDiffers, Refusal(await RestoreTenant.Handle(new MemoryStream(archive), seal, there, Stop)));
        var left = new Stored<Note>(Note.Kind, "left", new("", ""), (await scope.Documents.Get(new DocumentKind<object>("note"), "left", Stop))!.Etag);
        await scope.Documents.Commit(new Batch(ids).Delete(left), Stop);
        Assert.Equal(seal, Proof(await RestoreTenant.Handle(new MemoryStream(archive), seal, there, Stop)).Seal);
    }

    [Fact]
    public async Task An_archive_of_before_is_restored_in_the_layout_of_today_and_reads_as_it_did_then() {
        var before = here.Open(ScopeName.Of(Moving)).Rows;
        await MoveLayout.Handle(before, 1, Stop);
        await before.Write(KindsOfBefore.Rows(CloudHarness.Start)[1], Stop);
        using var file = new MemoryStream();
        var mark = Proof(await BackUpTenant.Handle(Moving, here, file, Stop)).Seal;
        // Nothing in it that the program of before would not know.
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            foreach (var word in (string[])["layout", "trace", "etag"])
                foreach (var name in (string[])["manifest.json", "rows.jsonl"]) {
                    using var text = new StreamReader(zip.GetEntry(name)!.Open());
                    Assert.DoesNotContain($"\"{word}\"", await text.ReadToEndAsync(Stop), StringComparison.OrdinalIgnoreCase);
                }
        await using var azure = await data.Open(TimeProvider.System, new());
        Assert.Equal(mark, Proof(await RestoreTenant.Handle(file, mark, azure, Stop)).Seal);
        var after = azure.Open(ScopeName.Of(Moving));
        Assert.Equal(StoreSteps.Newest, await after.Rows.Layout(Stop));
        await foreach (var row in after.Rows.Read(Stop)) Assert.True(new ScopeRowChange(row, StoreSteps.Forward(row)).IsNone);
    }

    [Fact]
    public async Task An_archive_of_a_later_program_is_refused_by_its_layout_and_not_called_damaged() {
        var later = Changed(zip => Rewrite(zip, "manifest.json", text => text.Replace("\"highest\":3", "\"highest\":9", StringComparison.Ordinal).Replace("\"readableFrom\":2", "\"readableFrom\":8", StringComparison.Ordinal)));
        using var zip = new ZipArchive(new MemoryStream(later));
        await using var manifest = await zip.GetEntry("manifest.json")!.OpenAsync(Stop);
        var mark = Convert.ToHexStringLower(await SHA256.HashDataAsync(manifest, Stop));
        await using var there = EmbeddedStores.Open(to.Path, TimeProvider.System, new());
        Assert.Contains("The archive of tenant moving has layout", (await Assert.ThrowsAsync<StoreLayoutException>(() => RestoreTenant.Handle(new MemoryStream(later), mark, there, Stop))).Message, StringComparison.Ordinal);
    }

    private async Task Fill(EmbeddedStores stores, string name) {
        var scope = stores.Open(ScopeName.Of(new(name)));
        for (var i = 0; i < 300; i += 100)
            await scope.Documents.Commit(Enumerable.Range(i, 100).Aggregate(new Batch(ids), (batch, n) => batch.Create(Note.Kind, $"n{n}", new Note($"{name}{n}", $"{n}"))), Stop);
        await scope.Documents.Commit(new Batch(ids).Create(Note.Kind, "last", new Note("髙", "が", "～")).Send(new NoteWritten("a")).SendToPlatform(new NoteWritten("b"))
            .Consume(new Received<NoteWritten>("c", ScopeName.Platform, new("c"))), Stop);
        await scope.Blobs.Put("files/small", new MemoryStream([1, 2, 3]), Stop);
        await scope.Blobs.Put("files/large", new MemoryStream(new byte[5_000_000]), Stop);
        await stores.Open(ScopeName.Platform).Documents.Commit(new Batch(ids)
            .Create(Tenant.Kind, name, new Tenant(name, "1234567", CloudHarness.Start))
            .Create(new DocumentKind<AccountLike>("account"), $"account-{name}", new AccountLike(name)), Stop);
    }

    private async Task Refused(EmbeddedStores there, byte[] file, string? withSeal = null) =>
        Assert.Equal(Refusals.ArchiveDamaged, Refusal(await RestoreTenant.Handle(new MemoryStream(file), withSeal ?? seal, there, Stop)));

    private byte[] Changed(Action<ZipArchive> change) {
        var file = new MemoryStream();
        file.Write(archive);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
        return file.ToArray();
    }

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change) {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(name)!.Open())) text = reader.ReadToEnd();
        Assert.NotEqual(text, change(text));
        zip.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(change(text));
    }

    private static async Task<List<string>> Accounts(EmbeddedStores stores) {
        var found = new List<string>();
        await foreach (var row in stores.Open(ScopeName.Platform).Rows.Read(Stop))
            if (row is DocumentRow { Kind: "account" }) found.Add(row.Id);
        return found;
    }

    private static ArchiveProof Proof(Outcome<ArchiveProof> outcome) => outcome.Succeeded(out var proof, out var refusal) ? proof : throw new InvalidOperationException(refusal.Code);

    private static Contracts.Refusal Refusal(Outcome<ArchiveProof> outcome) => outcome.Succeeded(out _, out var refusal) ? throw new InvalidOperationException("done") : refusal;

    private sealed record AccountLike(string TenantId);
}
