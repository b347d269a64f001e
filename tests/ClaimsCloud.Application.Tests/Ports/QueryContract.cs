using System.Text;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

public abstract class QueryContract : PortContract {
    private IDocuments Documents => Stores.Open(Here).Documents;

    [Fact]
    public async Task Random_histories_answer_every_query_as_a_sorted_list_would() {
        for (var seed = 0; seed < 12; seed++) await RandomHistory(new Random(seed), $"s{seed}-");
    }

    [Fact]
    public async Task Paging_under_inserts_sees_each_document_once_and_all_that_were_there() {
        var random = new Random(7);
        var before = new HashSet<string>();
        for (var i = 0; i < 60; i++) {
            await Create($"old{i}", new("x", Sort(random)));
            before.Add($"old{i}");
        }
        foreach (var order in Enum.GetValues<QueryOrder>()) {
            var seen = new List<string>();
            Continuation? after = null;
            do {
                var page = await Documents.Query(new IndexQuery<Note>(Note.Kind, Note.BySort, IndexRange.All, order, 7, after), Stop);
                seen.AddRange(page.Items.Select(i => i.Id));
                after = page.Next;
                await Create($"new{order}{seen.Count}", new("x", Sort(random)));
            } while (after is not null);
            Assert.Equal(seen.Distinct().Count(), seen.Count);
            Assert.Subset(seen.ToHashSet(), before);
        }
    }

    [Fact]
    public async Task A_document_leaves_an_index_when_its_value_goes() {
        await Create("a", new("x", "1", "open"));
        var was = (await Documents.Get(Note.Kind, "a", Stop))!;
        await Documents.Commit(Batch().Replace(was, was.Value with { Label = null }), Stop);
        Assert.Empty((await Documents.Query(new IndexQuery<Note>(Note.Kind, Note.ByLabel, IndexRange.All, QueryOrder.Ascending, 10), Stop)).Items);
    }

    [Fact]
    public async Task Values_that_only_look_alike_are_different_and_all_sort_by_their_bytes() {
        string[] values = ["", " ", "!", "!!", "\u0001", "a", "a ", "a b", "a!", "a~", "a~~", "ab", "~", "~a", "\u007f", "A", "Ａ", "а", "が", "か\u3099", "～", "〜", "𠮷", "\U0010FFFF", "\uFFFD"];
        for (var i = 0; i < values.Length; i++) await Create($"v{i}", new("x", values[i]));
        foreach (var value in values)
            Assert.Equal(value, Assert.Single((await Documents.Query(Sorted(IndexRange.Exactly(value)), Stop)).Items).Value.Sort);
        Assert.Equal(values.Order(Utf8Order), (await Documents.Query(Sorted(IndexRange.All), Stop)).Items.Select(i => i.Value.Sort));
        foreach (var (from, to) in values.SelectMany(from => values.Select(to => (from, to))).Where((_, i) => i % 17 == 0))
            Assert.Equal(values.Where(v => Utf8Order.Compare(v, from) >= 0 && Utf8Order.Compare(v, to) <= 0).Order(Utf8Order),
                (await Documents.Query(Sorted(IndexRange.Between(from, to)), Stop)).Items.Select(i => i.Value.Sort));
    }

    [Fact]
    public async Task A_continuation_of_another_scope_shows_nothing_of_it() {
        for (var i = 0; i < 4; i++) await Create($"mine{i}", new("x", $"{i}"));
        var page = await Documents.Query(Sorted(IndexRange.All) with { Limit = 2 }, Stop);
        Assert.Empty((await Stores.Open(Elsewhere).Documents.Query(Sorted(IndexRange.All) with { After = page.Next }, Stop)).Items);
    }

    [Fact]
    public async Task An_index_that_was_not_declared_is_a_mistake() {
        var other = new DocumentIndex<Note>("other", n => n.Text);
        await Assert.ThrowsAsync<ArgumentException>(() => Documents.Query(new IndexQuery<Note>(Note.Kind, other, IndexRange.All, QueryOrder.Ascending, 1), Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("AAAA")]
    [InlineData("8J-YgA")]
    public void A_made_up_continuation_is_not_one(string text) => Assert.False(Continuation.TryParse(text, out _));

    private async Task RandomHistory(Random random, string prefix) {
        var kind = new DocumentKind<Note>("note-" + prefix, Note.BySort, Note.ByLabel);
        var model = new Dictionary<string, Note>(StringComparer.Ordinal);
        for (var step = 0; step < 120; step++) {
            var id = prefix + random.Next(30);
            var note = new Note($"{step}", Sort(random), random.Next(3) == 0 ? null : Sort(random));
            var was = await Documents.Get(kind, id, Stop);
            Assert.Equal(model.GetValueOrDefault(id), was?.Value);
            var batch = Batch();
            if (was is null) batch.Create(kind, id, note);
            else if (random.Next(4) == 0) batch.Delete(was);
            else batch.Replace(was, note);
            Assert.Equal(CommitResult.Committed, await Documents.Commit(batch, Stop));
            if (was is not null && batch.Changes[0].Json is null) model.Remove(id);
            else model[id] = note;
        }
        foreach (var index in kind.Indexes)
            foreach (var order in Enum.GetValues<QueryOrder>())
                foreach (var range in new IndexRange[] { IndexRange.All, IndexRange.Exactly("b"), new("a1", "c"), new(null, "b9"), new("b", null) })
                    Assert.Equal(Expected(model, index, order, range), await Paged(kind, index, order, range, random.Next(1, 9)));
    }

    private static List<string> Expected(Dictionary<string, Note> model, DocumentIndex<Note> index, QueryOrder order, IndexRange range) {
        var rows = model.Select(m => (Value: index.Value(m.Value), Id: m.Key))
            .Where(r => r.Value is not null && (range.From is null || Utf8Order.Compare(r.Value, range.From) >= 0) && (range.To is null || Utf8Order.Compare(r.Value, range.To) <= 0))
            .OrderBy(r => r.Value, Utf8Order).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id).ToList();
        if (order == QueryOrder.Descending) rows.Reverse();
        return rows;
    }

    private async Task<List<string>> Paged(DocumentKind<Note> kind, DocumentIndex<Note> index, QueryOrder order, IndexRange range, int limit) {
        var ids = new List<string>();
        Continuation? after = null;
        do {
            var page = await Documents.Query(new IndexQuery<Note>(kind, index, range, order, limit, after), Stop);
            Assert.True(page.Items.Count <= limit);
            ids.AddRange(page.Items.Select(i => i.Id));
            // As it goes through a URL and back.
            after = page.Next is null ? null : Continuation.TryParse(page.Next.ToString(), out var parsed) ? parsed : throw new FormatException();
        } while (after is not null);
        return ids;
    }

    private static readonly Comparer<string?> Utf8Order = Comparer<string?>.Create((a, b) => Encoding.UTF8.GetBytes(a ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b ?? "")));

    private static IndexQuery<Note> Sorted(IndexRange range) => new(Note.Kind, Note.BySort, range, QueryOrder.Ascending, 100);

    private static string Sort(Random random) => random.Next(6) switch { 5 => random.Next(2) == 0 ? "𠮷" : "～", 0 => "b", 1 => $"a{random.Next(3)}", 2 => $"{(char)('a' + random.Next(4))}", 3 => "訪問", _ => $"B{random.Next(100):00}" };

    private async Task Create(string id, Note note) =>
        Assert.Equal(CommitResult.Committed, await Documents.Commit(Batch().Create(Note.Kind, id, note), Stop));
}
