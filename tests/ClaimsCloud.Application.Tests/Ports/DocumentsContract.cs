using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

public abstract class DocumentsContract : PortContract {
    private IDocuments Documents => Stores.Open(Here).Documents;

    [Fact]
    public async Task What_was_committed_is_read_back_even_after_a_restart() {
        await Create("a", new("髙い壁 \"と\" \\ 線", "1"));
        await Restart();
        var read = await Documents.Get(Note.Kind, "a", Stop);
        Assert.Equal(new Note("髙い壁 \"と\" \\ 線", "1"), read?.Value);
        Assert.Null(await Documents.Get(Note.Kind, "b", Stop));
    }

    [Fact]
    public async Task Creating_twice_is_a_conflict_and_keeps_the_first() {
        await Create("a", new("first", "1"));
        Assert.Equal(CommitResult.Conflict, await Documents.Commit(Batch().Create(Note.Kind, "a", new Note("second", "1")), Stop));
        Assert.Equal("first", (await Get("a")).Value.Text);
    }

    [Fact]
    public async Task Only_one_of_many_writers_with_the_same_etag_wins() {
        await Create("a", new("0", "1"));
        var was = await Get("a");
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(i =>
            Task.Run(() => Documents.Commit(Batch().Replace(was, was.Value with { Text = $"{i}" }), Stop), Stop)));
        Assert.Single(results, CommitResult.Committed);
        Assert.Equal(15, results.Count(r => r == CommitResult.Conflict));
    }

    [Fact]
    public async Task A_hundred_parallel_increments_with_retry_lose_none() {
        await Create("a", new("0", "1"));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => {
            for (var done = CommitResult.Conflict; done == CommitResult.Conflict;) {
                var was = await Get("a");
                done = await Documents.Commit(Batch().Replace(was, was.Value with { Text = $"{int.Parse(was.Value.Text) + 1}" }), Stop);
            }
        }, Stop)));
        Assert.Equal("100", (await Get("a")).Value.Text);
    }

    [Fact]
    public async Task An_etag_does_not_come_back_when_a_document_is_deleted_and_made_again() {
        await Create("a", new("one", "1"));
        var first = await Get("a");
        await Documents.Commit(Batch().Delete(first), Stop);
        await Create("a", new("two", "1"));
        Assert.Equal(CommitResult.Conflict, await Documents.Commit(Batch().Replace(first, new Note("three", "1")), Stop));
        Assert.Equal(CommitResult.Conflict, await Documents.Commit(Batch().Delete(first), Stop));
    }

    [Fact]
    public async Task A_batch_with_one_conflict_writes_nothing_at_all() {
        await Create("a", new("was", "1"));
        var stale = await Get("a");
        await Documents.Commit(Batch().Replace(stale, new Note("is", "1")), Stop);
        var batch = Batch().Create(Note.Kind, "b", new Note("new", "2")).Send(new NoteWritten("new"))
            .Consume(new Received<NoteWritten>("m1", Here, new("x"))).Replace(stale, new Note("lost", "1"));
        Assert.Equal(CommitResult.Conflict, await Documents.Commit(batch, Stop));
        Assert.Null(await Documents.Get(Note.Kind, "b", Stop));
        Assert.Empty(await Stores.Open(Here).Outbox.WaitingNames(Stop));
        Assert.Equal(CommitResult.Committed, await Documents.Commit(Batch().Consume(new Received<NoteWritten>("m1", Here, new("x"))), Stop));
    }

    [Fact]
    public async Task A_message_is_consumed_once() {
        var message = new Received<NoteWritten>("m1", Here, new("x"));
        Assert.Equal(CommitResult.Committed, await Documents.Commit(Batch().Consume(message).Create(Note.Kind, "a", new Note("1", "1")), Stop));
        await Restart();
        Assert.Equal(CommitResult.AlreadyConsumed, await Documents.Commit(Batch().Consume(message).Create(Note.Kind, "b", new Note("1", "1")), Stop));
        Assert.Null(await Documents.Get(Note.Kind, "b", Stop));
    }

    [Fact]
    public async Task Another_scope_sees_nothing_of_it() {
        await Create("a", new("mine", "1", "x"));
        var other = Stores.Open(Elsewhere).Documents;
        Assert.Null(await other.Get(Note.Kind, "a", Stop));
        Assert.Empty((await other.Query(new IndexQuery<Note>(Note.Kind, Note.BySort, IndexRange.All, QueryOrder.Ascending, 10), Stop)).Items);
        Assert.Equal(CommitResult.Committed, await other.Commit(Batch().Create(Note.Kind, "a", new Note("theirs", "1")), Stop));
        Assert.Equal("mine", (await Get("a")).Value.Text);
    }

    [Fact]
    public async Task What_was_read_in_one_scope_cannot_be_written_or_deleted_in_another() {
        await Create("a", new("mine", "1"));
        var other = Stores.Open(Elsewhere).Documents;
        Assert.Equal(CommitResult.Committed, await other.Commit(Batch().Create(Note.Kind, "a", new Note("theirs", "1")), Stop));
        var mine = await Get("a");
        Assert.Equal(CommitResult.Conflict, await other.Commit(Batch().Replace(mine, new Note("crossed", "1")), Stop));
        Assert.Equal(CommitResult.Conflict, await other.Commit(Batch().Delete(mine), Stop));
        Assert.Equal("theirs", (await other.Get(Note.Kind, "a", Stop))?.Value.Text);
    }

    [Fact]
    public async Task A_message_consumed_in_one_scope_is_not_consumed_in_another() {
        var message = new Received<NoteWritten>("m1", Here, new("x"));
        Assert.Equal(CommitResult.Committed, await Documents.Commit(Batch().Consume(message), Stop));
        Assert.Equal(CommitResult.Committed, await Stores.Open(Elsewhere).Documents.Commit(Batch().Consume(message), Stop));
    }

    [Fact]
    public async Task Ids_differ_by_every_character_and_an_id_that_cannot_be_is_not_found() {
        foreach (var id in (string[])["a", "A", "a.", "a:", "a-", new('a', DocumentLimits.IdLength)]) await Create(id, new(id, "1"));
        foreach (var id in (string[])["a", "A", "a.", "a:", "a-", new('a', DocumentLimits.IdLength)]) Assert.Equal(id, (await Get(id)).Value.Text);
        foreach (var id in (string[])["", "а", "ａ", "a ", "a/", "a%2e", "a?b", "a~b", new('a', DocumentLimits.IdLength + 1)])
            Assert.Null(await Documents.Get(Note.Kind, id, Stop));
    }

    [Fact]
    public async Task Numbers_and_texts_come_back_as_they_were() {
        var kind = new DocumentKind<Extremes>("extremes");
        var value = new Extremes(long.MaxValue, long.MinValue, 0.1m, "\u0001 \\ \" 𠮷 が が ～ ~", DateTimeOffset.UnixEpoch.AddTicks(1));
        Assert.Equal(CommitResult.Committed, await Documents.Commit(Batch().Create(kind, "a", value), Stop));
        Assert.Equal(value, (await Documents.Get(kind, "a", Stop))?.Value);
    }

    [Fact]
    public async Task A_batch_at_its_limits_is_committed() {
        var many = Batch();
        for (var i = 0; i < DocumentLimits.BatchOperations; i++) many.Create(Note.Kind, $"many{i}", new Note("x", $"{i}"));
        Assert.Equal(CommitResult.Committed, await Documents.Commit(many, Stop));
        // Backslashes are what grows most when a JSON text is carried inside another one.
        var text = new string('\\', (DocumentLimits.ItemBytes - 100) / 2);
        var heavy = Batch().Create(Note.Kind, "heavy", new Note(text, "1")).Send(new NoteWritten(text[..(DocumentLimits.BatchBytes / 2 - text.Length - 200)]));
        Assert.Equal(CommitResult.Committed, await Documents.Commit(heavy, Stop));
        Assert.Equal(text, (await Get("heavy")).Value.Text);
    }

    [Fact]
    public void Going_over_a_limit_throws_before_anything_is_sent() {
        var full = Batch();
        for (var i = 0; i < DocumentLimits.BatchOperations; i++) full.Send(new NoteWritten($"{i}"));
        Assert.Throws<ArgumentException>(() => full.Send(new NoteWritten("one too many")));
        Assert.Throws<ArgumentException>(() => Batch().Create(Note.Kind, "a", new Note(new('x', DocumentLimits.ItemBytes), "1")));
        Assert.Throws<ArgumentException>(() => Batch().Create(Note.Kind, "a/b", new Note("x", "1")));
        Assert.Throws<ArgumentException>(() => Batch().Create(Note.Kind, "a", new Note("x", "1")).Create(Note.Kind, "a", new Note("y", "1")));
        var heavy = Batch().Send(new NoteWritten(new('x', 500_000)));
        Assert.Throws<ArgumentException>(() => heavy.Send(new NoteWritten(new('x', 500_000))));
    }

    private async Task Create(string id, Note note) =>
        Assert.Equal(CommitResult.Committed, await Documents.Commit(Batch().Create(Note.Kind, id, note), Stop));

    private async Task<Stored<Note>> Get(string id) => await Documents.Get(Note.Kind, id, Stop) ?? throw new InvalidOperationException($"{id} is gone.");

    private sealed record Extremes(long Most, long Least, decimal Tenth, string Text, DateTimeOffset At);
}
