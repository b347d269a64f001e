using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

public abstract class RowsContract : PortContract {
    private static readonly ScopeRow[] Some = [
        new DocumentRow("note", "a", """{"text":"髙 \"x\" \\","sort":"1","label":"が"}""", [new("label", "が"), new("sort", "1")]),
        new DocumentRow("note-more", "a", """{"text":"~","sort":" !~","number":9223372036854775807}""", [new("sort", " !~")]),
        new DocumentRow("plain", "a:b", "{}", []),
        new MessageRow("m1", nameof(NoteWritten), "tenant/here", """{"text":"x"}""", 2, Start.AddTicks(7), null, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        new MessageRow("m2", nameof(NoteWritten), "platform", """{"text":"y"}""", 5, Start, "IOException"),
        new ConsumedRow("c1", Start.AddTicks(9)),
    ];

    private IScopeRows Rows => Stores.Open(Here).Rows;

    [Fact]
    public async Task What_is_written_is_read_back_and_lives_behind_the_other_ports() {
        await Rows.Write(Some, Stop);
        await Restart();
        Assert.Equal(Texts(Some), Texts(await All(Here)));
        Assert.Equal("1", Assert.Single((await Stores.Open(Here).Documents.Query(
            new IndexQuery<Note>(Note.Kind, Note.ByLabel, IndexRange.Exactly("が"), QueryOrder.Ascending, 10), Stop)).Items).Value.Sort);
        Assert.Equal(("m1", 2, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            Assert.Single((await Stores.Open(Here).Outbox.Due([nameof(NoteWritten)], Start.AddTicks(7), 10, Stop)).Select(m => (m.Id, m.Attempts, m.Trace))));
        Assert.Equal(("m2", "IOException"), Assert.Single((await Stores.Open(Here).Outbox.Parked(Stop)).Select(m => (m.Id, m.Reason))));
        Assert.Equal(CommitResult.AlreadyConsumed, await Stores.Open(Here).Documents.Commit(Batch().Consume(new Received<NoteWritten>("c1", Here, new("x"))), Stop));
    }

    [Fact]
    public async Task Writing_again_changes_nothing_and_etags_of_before_are_stale() {
        await Rows.Write(Some, Stop);
        var was = (await Stores.Open(Here).Documents.Get(Note.Kind, "a", Stop))!;
        await Rows.Write(Some, Stop);
        Assert.Equal(Texts(Some), Texts(await All(Here)));
        Assert.Equal(CommitResult.Conflict, await Stores.Open(Here).Documents.Commit(Batch().Delete(was), Stop));
    }

    [Fact]
    public async Task More_rows_than_a_batch_holds_are_read_and_written_each_once() {
        var many = Enumerable.Range(0, 350).Select(i => new DocumentRow("many", $"n{i}", $$"""{"text":"{{new string('x', i * 20)}}"}""", [new("sort", $"{i}")])).ToArray();
        await Rows.Write(many, Stop);
        Assert.Equal(Texts(many), Texts(await All(Here)));
    }

    [Fact]
    public async Task Commits_are_read_as_rows() {
        await Stores.Open(Here).Documents.Commit(Batch().Create(Note.Kind, "a", new Note("x", "1", "l")).Send(new NoteWritten("x"))
            .Consume(new Received<NoteWritten>("c1", Here, new("x"))), Stop);
        var rows = await All(Here);
        Assert.Equal([new IndexEntry("label", "l"), new IndexEntry("sort", "1")], Assert.Single(rows.OfType<DocumentRow>()).Entries);
        Assert.Equal(("tenant/here", Start), Assert.Single(rows.OfType<MessageRow>().Select(m => (m.To, m.Due))));
        Assert.Equal(Start, Assert.Single(rows.OfType<ConsumedRow>()).At);
    }

    [Fact]
    public async Task Another_scope_has_none_of_them() {
        await Rows.Write(Some, Stop);
        Assert.Empty(await All(Elsewhere));
        await Stores.Open(Elsewhere).Rows.Write([new DocumentRow("note", "a", "{}", [])], Stop);
        Assert.Equal(Texts(Some), Texts(await All(Here)));
    }

    private async Task<List<ScopeRow>> All(ScopeName scope) {
        var rows = new List<ScopeRow>();
        await foreach (var row in Stores.Open(scope).Rows.Read(Stop)) rows.Add(row);
        return rows;
    }

    /// <summary>Every part of each row; a store gives them in its own order.</summary>
    private static IEnumerable<string> Texts(IEnumerable<ScopeRow> rows) => rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, Json.Options)).Order(StringComparer.Ordinal);
}
