using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>A station leaves: wherever the removal dies, the archive and the stores together hold all of it, and at its end the archive alone does. The other station sees nothing of it.</summary>
public abstract class RemovalContract : PortContract {
    private const int Documents = 130;
    private readonly List<MemoryStream> files = [];

    [Fact]
    public async Task What_left_is_in_the_archive_alone_and_comes_back_as_it_was() {
        await Fill();
        var (here, elsewhere, other) = (Texts(await All(Here)), Texts(await All(Elsewhere)), await Platform("elsewhere"));
        var proof = Proof(await Passing(Remove(NewFile())));
        Assert.Equal((Documents, 1, 1, 2), (proof.Documents, proof.Messages, proof.Consumed, proof.Blobs));
        await IsGone();
        Assert.Equal(elsewhere, Texts(await All(Elsewhere)));
        Assert.Equal(other, await Platform("elsewhere"));
        Assert.Equal(["b/1", "b/2"], await Stores.Open(Elsewhere).Blobs.List("", Stop));
        Assert.Equal([AuditAct.StationLeft, AuditAct.StationRemoved], (await All(ScopeName.Platform)).OfType<DocumentRow>().Where(r => r.Kind == AuditEntry.Kind.Name).OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => System.Text.Json.JsonSerializer.Deserialize<AuditEntry>(r.Json, Json.Options)!.Row).Select(r => r.Act));

        Assert.Equal(Refusals.NotFound, Refusal(await Passing(Remove(NewFile()))));
        Assert.Equal(proof, Proof(await RestoreTenant.Handle(files[0], proof.Seal, Stores, Stop)));
        Assert.Equal(here, Texts(await All(Here)));
        // And leaves once more.
        Assert.Equal(proof, Proof(await Passing(Remove(NewFile()))));
        await IsGone();
    }

    [Fact]
    public async Task Wherever_it_dies_it_is_repeated_with_the_same_file_and_nothing_is_lost() {
        await Fill();
        var (all, file) = (Texts(await All(Here)), NewFile());
        var platform = await Platform("here");
        for (var deaths = 1; ; deaths++) {
            try {
                await Passing(RemoveStation.Handle(Here.Tenant!.Value, file, new DyingPorts(Stores), Time, Ids, Stop));
                Assert.InRange(deaths, 8, 60);
                break;
            } catch (IOException e) when (e.Message == DyingPorts.Died) {
                await Restart();
                // Nobody is let in from the first write on.
                Assert.Null(await new TenantDirectory(Stores, Time, Ids).Open(Here.Tenant!.Value, Stop));
                if ((await Departed())!.Seal is null) Assert.Equal(all, Texts(await All(Here)));
            }
        }
        await IsGone();
        var seal = (await Departed())!.Seal!;
        Assert.True((await RestoreTenant.Handle(file, seal, Stores, Stop)).Succeeded(out _, out _));
        Assert.Equal(all, Texts(await All(Here)));
        Assert.Equal(platform, await Platform("here"));
        Assert.Equal("n1", (await Stores.Open(Here).Documents.Get(Note.Kind, "n1", Stop))?.Id);
    }

    [Theory]
    [InlineData("document")]
    [InlineData("changed")]
    [InlineData("blob")]
    [InlineData("account")]
    public async Task What_is_written_after_the_archive_stops_it_before_anything_goes(string what) {
        await Fill();
        var scope = Stores.Open(Here);
        var late = new LateWriter(NewFile(), async () => {
            if (what == "document") await scope.Documents.Commit(Batch().Create(Note.Kind, "late", new Note("x", "1")), Stop);
            if (what == "changed") await scope.Documents.Commit(Batch().Replace((await scope.Documents.Get(Note.Kind, "n1", Stop))!, new Note("other", "1")), Stop);
            if (what == "blob") await scope.Blobs.Put("b/late", new MemoryStream([9]), Stop);
            if (what == "account") await Stores.Open(ScopeName.Platform).Rows.Write([new DocumentRow("account", "late", """{"tenantId":"here"}""", [])], Stop);
        });
        Assert.Equal(Refusals.StationInUse, Refusal(await Passing(RemoveStation.Handle(Here.Tenant!.Value, late, Stores, Time, Ids, Stop))));
        Assert.Equal(what == "document" ? Documents + 1 : Documents, (await All(Here)).OfType<DocumentRow>().Count());
        var file = NewFile();
        var proof = Proof(await Passing(Remove(file)));
        Assert.Equal((what == "document" ? Documents + 1 : Documents, what == "blob" ? 3 : 2), (proof.Documents, proof.Blobs));
        await IsGone();
    }

    [Fact]
    public async Task Without_its_file_or_with_another_a_removal_does_not_go_on() {
        await Fill();
        var file = NewFile();
        var dying = new DyingPorts(Stores, writes: 3);
        await Assert.ThrowsAsync<IOException>(() => Passing(RemoveStation.Handle(Here.Tenant!.Value, file, dying, Time, Ids, Stop)));
        Assert.NotNull((await Departed())!.Seal);
        var before = Texts(await All(Here));
        Assert.Equal(Refusals.ArchiveInTheWay, Refusal(await Passing(RemoveStation.Handle(Elsewhere.Tenant!.Value, new MemoryStream([1]), Stores, Time, Ids, Stop))));
        foreach (var wrong in (byte[][])[[], file.ToArray()[..^1], [.. file.ToArray().Reverse()]]) Assert.Equal(Refusals.ArchiveDamaged, Refusal(await Passing(RemoveStation.Handle(Here.Tenant!.Value, new MemoryStream(wrong), Stores, Time, Ids, Stop))));
        Assert.Equal(before, Texts(await All(Here)));
        Proof(await Passing(Remove(file)));
        await IsGone();
    }

    [Fact]
    public async Task One_that_came_back_in_the_middle_leaves_into_a_new_file_and_the_old_archive_stays() {
        await Fill();
        var (all, file) = (Texts(await All(Here)), NewFile());
        await Assert.ThrowsAsync<IOException>(() => Passing(RemoveStation.Handle(Here.Tenant!.Value, file, new DyingPorts(Stores, writes: 5), Time, Ids, Stop)));
        Proof(await RestoreTenant.Handle(file, (await Departed())!.Seal!, Stores, Stop));
        Assert.Equal(all, Texts(await All(Here)));
        var archive = file.ToArray();
        Assert.Equal(Refusals.ArchiveInTheWay, Refusal(await Passing(Remove(file))));
        Assert.Equal(archive, file.ToArray());
        Proof(await Passing(Remove(NewFile())));
        await IsGone();
    }

    private MemoryStream NewFile() {
        files.Add(new());
        return files[^1];
    }

    private Task<Outcome<ArchiveProof>> Remove(Stream file) => RemoveStation.Handle(Here.Tenant!.Value, file, Stores, Time, Ids, Stop);

    private async Task Fill() {
        foreach (var (scope, name) in ((ScopeName, string)[])[(Here, "here"), (Elsewhere, "elsewhere")]) {
            var at = Stores.Open(scope);
            foreach (var part in Enumerable.Range(0, Documents).Chunk(100))
                await at.Documents.Commit(part.Aggregate(Batch(), (batch, n) => batch.Create(Note.Kind, $"n{n}", new Note($"{name}{n}", $"{n}"))), Stop);
            await at.Documents.Commit(Batch().Send(new NoteWritten(name)).Consume(new Received<NoteWritten>("c", ScopeName.Platform, new("c"))), Stop);
            for (var blob = 1; blob <= 2; blob++) await at.Blobs.Put($"b/{blob}", new MemoryStream([(byte)blob]), Stop);
            var account = new Account(name, name, name, name, InternalToken.AdminRole, "x", "k", 0, null);
            await Stores.Open(ScopeName.Platform).Documents.Commit(Batch().Create(Tenant.Kind, name, new Tenant(name, "1234567", Start)).Create(Account.Kind, Account.IdOf(name), account), Stop);
        }
    }

    private async Task IsGone() {
        Assert.Empty(await All(Here));
        Assert.Empty(await Stores.Open(Here).Blobs.List("", Stop));
        Assert.Empty(await Platform("here"));
        Assert.NotNull((await Departed())!.RemovedAt);
    }

    private async Task<DepartedStation?> Departed() => (await Stores.Open(ScopeName.Platform).Documents.Get(DepartedStation.Kind, DepartedStation.IdOf(Here.Tenant!.Value), Stop))?.Value;

    private async Task<IEnumerable<string>> Platform(string tenant) => Texts(await PlatformRows.Of(new(tenant), Stores.Open(ScopeName.Platform).Rows, Stop));

    private async Task<List<ScopeRow>> All(ScopeName scope) => await Stores.Open(scope).Rows.Read(Stop).ToListAsync(Stop);

    private static List<string> Texts(IEnumerable<ScopeRow> rows) => [.. rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, Json.Options)).Order(StringComparer.Ordinal)];

    /// <summary>The minute in which nobody is let in any more passes by the test's clock.</summary>
    private async Task<T> Passing<T>(Task<T> work) {
        await Eventually.Holds("the removal is at its end", () => {
            Time.Advance(TimeSpan.FromSeconds(30));
            return Task.FromResult(work.IsCompleted);
        });
        return await work;
    }

    private static ArchiveProof Proof(Outcome<ArchiveProof> outcome) => outcome.Succeeded(out var proof, out var refusal) ? proof : throw new InvalidOperationException(refusal.Title);

    private static Refusal? Refusal(Outcome<ArchiveProof> outcome) => outcome.Succeeded(out _, out var refusal) ? null : refusal;

    /// <summary>Somebody writes after the archive was written, when it is read back.</summary>
    private sealed class LateWriter(MemoryStream file, Func<Task> write) : Stream {
        private bool isDone;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => true;
        public override long Length => file.Length;
        public override long Position { get => file.Position; set => file.Position = value; }
        public override void Flush() => file.Flush();
        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);
        public override void SetLength(long value) => file.SetLength(value);
        public override void Write(byte[] buffer, int offset, int count) => file.Write(buffer, offset, count);

        public override int Read(byte[] buffer, int offset, int count) {
            if (!isDone) {
                isDone = true;
                Task.Run(write).GetAwaiter().GetResult();
            }
            return file.Read(buffer, offset, count);
        }
    }
}
