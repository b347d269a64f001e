using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>The stamp of a scope, rows that change under those who use them, and moves that die anywhere.</summary>
public abstract class LayoutContract : PortContract {
    private static readonly int Newest = StoreSteps.Newest.Highest;
    private static readonly IReadOnlyDictionary<int, ScopeRow[]> Forms = KindsOfBefore.Rows(Start);

    private IScopeRows Rows => Stores.Open(Here).Rows;

    [Fact]
    public async Task A_new_scope_has_the_newest_layout_and_a_stamp_is_no_row_and_nobody_elses() {
        Assert.Equal(StoreSteps.Newest, await Rows.Layout(Stop));
        await Rows.Write(Forms[3], Stop);
        await Rows.SetLayout(new(2, 3, 2), Stop);
        await Restart();
        Assert.Equal(new ScopeLayout(2, 3, 2), await Rows.Layout(Stop));
        Assert.Equal(StoreSteps.Newest, await Stores.Open(Elsewhere).Rows.Layout(Stop));
        Assert.Equal(Texts(Forms[3]), Texts(await All(Here)));
        await Rows.SetLayout(ScopeLayout.First, Stop);
        await Restart();
        Assert.Equal(ScopeLayout.First, await Rows.Layout(Stop));
        Assert.Equal(Texts(Forms[2]), Texts((await All(Here)).Select(StoreSteps.Step(3).Back)));
    }

    [Fact]
    public async Task Rows_are_replaced_only_where_they_are_what_was_read() {
        await Rows.Write([Note("stays"), Note("written"), Note("gone"), .. Forms[3].Where(row => row is not DocumentRow)], Stop);
        var read = await All(Here);
        var documents = Stores.Open(Here).Documents;
        await documents.Commit(Batch().Replace((await documents.Get(Ports.Note.Kind, "written", Stop))!, new Note("by another", "2")).Delete((await documents.Get(Ports.Note.Kind, "gone", Stop))!), Stop);
        await Stores.Open(Here).Outbox.Retry("m1", 4, Start, Stop);
        var changes = read.Select(row => new ScopeRowChange(row, row switch {
            DocumentRow note => note with { Json = """{"text":"moved","sort":"3"}""", Entries = [new("sort", "3")] },
            MessageRow message => message with { Trace = null, Json = """{"text":"moved"}""" },
            var other => ((ConsumedRow)other) with { At = Start.AddDays(1) },
        })).ToList();
        // One note and the parked message and the consumed id; the other message was tried meanwhile.
        Assert.Equal(3, await Rows.Replace(changes, Stop));
        Assert.Equal([("stays", "moved"), ("written", "by another")], (await Notes()).Select(n => (n.Id, n.Value.Text)).Order());
        var messages = (await All(Here)).OfType<MessageRow>().OrderBy(m => m.Id, StringComparer.Ordinal).ToList();
        Assert.Equal([("m1", 4, """{"text":"x"}"""), ("m2", 5, """{"text":"moved"}""")], messages.Select(m => (m.Id, m.Attempts, m.Json)));
        Assert.Equal(0, await Rows.Replace([.. changes.Where(change => change.Was is not MessageRow)], Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.Replace([new(Note("stays"), Note("stays"))], Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.Replace([new(read[0], Note("another"))], Stop));
    }

    [Fact]
    public async Task What_was_read_in_one_scope_replaces_nothing_in_another() {
        await Rows.Write([Note("a"), .. Forms[3].OfType<MessageRow>()], Stop);
        await Stores.Open(Elsewhere).Rows.Write([Note("a")], Stop);
        var changes = (await All(Here)).Select(row => new ScopeRowChange(row, row is DocumentRow note ? note with { Json = """{"text":"crossed","sort":"1"}""" } : row)).ToList();
        Assert.Equal(0, await Stores.Open(Elsewhere).Rows.Replace(changes, Stop));
        await Stores.Open(Elsewhere).Rows.SetLayout(new(1, 3, 2), Stop);
        Assert.Equal(Texts([Note("a")]), Texts(await All(Elsewhere)));
        Assert.Equal(StoreSteps.Newest, await Rows.Layout(Stop));
    }

    [Fact]
    public async Task Forward_the_program_of_today_finds_its_rows_and_back_the_one_of_before() {
        await Put(1);
        await MoveLayout.Handle(Rows, Newest, Stop);
        await Restart();
        Assert.Equal((StoreSteps.Newest, Texts(Forms[2])), (await Rows.Layout(Stop), Texts(await All(Here))), Pairs);
        Assert.Equal(4, (await Found(Sheet.Kind, Sheet.ByMonth, "202405|")).Count);
        Assert.Equal(["a|b"], (await Found(MonthEdit.Kind, MonthEdit.ByPatient, $"202405|{PatientMark.Of("a|b")}|")).Select(e => e.Value.Patient));
        Assert.Equal(2, (await Found(AnswerFile.Kind, AnswerFile.ByReceipt, "2024")).Count);
        await MoveLayout.Handle(Rows, 1, Stop);
        await Restart();
        Assert.Equal((ScopeLayout.First, Texts(Forms[1])), (await Rows.Layout(Stop), Texts(await All(Here))), Pairs);
        Assert.Equal(["", "P1", "a|b", "p-123"], (await Found(KindsOfBefore.Sheets, KindsOfBefore.SheetsByMonth, "202405|")).Select(s => s.Value.Patient).Order(StringComparer.Ordinal));
        Assert.Equal(["a|b"], (await Found(KindsOfBefore.Edits, KindsOfBefore.EditsByPatient, "202405|a|b|")).Select(e => e.Value.Patient));
        Assert.Equal(0, await MoveLayout.Handle(Rows, 1, Stop));
        await Assert.ThrowsAsync<StoreLayoutException>(() => MoveLayout.Handle(Rows, Newest + 1, Stop));
        await Assert.ThrowsAsync<StoreLayoutException>(() => MoveLayout.Handle(Rows, 0, Stop));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public async Task A_move_that_dies_after_any_write_leaves_what_its_stamp_admits_and_is_brought_to_either_end(int from, int to) {
        for (var writes = 1; ; writes++) {
            await Put(from);
            try {
                await MoveLayout.Handle(new DyingStores(Stores, writes).Open(Here).Rows, to, Stop);
                Assert.InRange(writes, 4, 100);
                break;
            } catch (IOException) {
                await Restart();
            }
            var (stamp, rows) = (await Rows.Layout(Stop), await All(Here));
            // The program of the highest reads that one and the one before, and is let in.
            Assert.InRange(stamp.Highest - stamp.Lowest, 0, 1);
            Assert.InRange(stamp.ReadableFrom, 1, stamp.Highest);
            var admitted = Enumerable.Range(stamp.Lowest, stamp.Highest - stamp.Lowest + 1).SelectMany(v => Texts([.. Forms[v], .. Forms[v].Select(Plain)])).ToHashSet();
            Assert.All(Texts(rows), text => Assert.Contains(text, admitted));
            // The next one goes on, or all the way back.
            var end = writes % 2 == 0 ? to : from;
            await MoveLayout.Handle(Rows, end, Stop);
            Assert.Equal((StoreSteps.At(end), Texts(Forms[end].Select(Plain))), (await Rows.Layout(Stop), Texts((await All(Here)).Select(Plain))), Pairs);
        }
    }

    [Fact]
    public async Task What_others_write_while_the_layout_moves_is_not_lost() {
        await Put(1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var ids = Forms[1].OfType<DocumentRow>().Where(row => row.Kind == "care-sheet").Select(row => row.Id).ToList();
        var (written, first) = (ids.ToDictionary(id => id, _ => 1L), new TaskCompletionSource());
        var writing = Task.Run(async () => {
            for (var i = 0; !ending.IsCancellationRequested; i++) {
                var (documents, id) = (Stores.Open(Here).Documents, ids[i % ids.Count]);
                var was = (await documents.Get(Sheet.Kind, id, Stop))!;
                var batch = Batch().Replace(was, was.Value with { Revision = was.Value.Revision + 1 });
                if (i % 10 == 0) batch.Send(new NoteWritten("x"));
                if (await documents.Commit(batch, Stop) == CommitResult.Committed) written[id]++;
                if (i % 10 == 0) await Stores.Open(Here).Outbox.Due([nameof(NoteWritten)], Start, 5, Stop);
                if (written.Values.Sum() > 2 * ids.Count) first.TrySetResult();
            }
        }, Stop);
        await Task.WhenAny(first.Task, writing);
        foreach (var to in (int[])[3, 1, 3, 2, 3]) await MoveLayout.Handle(Rows, to, Stop);
        await ending.CancelAsync();
        await writing;
        var sheets = await Found(Sheet.Kind, Sheet.ByMonth, "202405|");
        Assert.Equal(written.OrderBy(w => w.Key, StringComparer.Ordinal), sheets.ToDictionary(s => s.Id, s => s.Value.Revision).OrderBy(s => s.Key, StringComparer.Ordinal));
        Assert.All(await All(Here), row => Assert.True(new ScopeRowChange(row, StoreSteps.Forward(row)).IsNone));
        Assert.Equal(StoreSteps.Newest, await Rows.Layout(Stop));
    }

    /// <summary>By a program of before, which is still there: its row comes after the one that was read, and has to be moved too.</summary>
    [Fact]
    public async Task A_row_that_is_written_between_its_reading_and_its_change_is_read_again() {
        await Put(1);
        var (id, documents) = (Sheet.IdOf("202405", "P1"), Stores.Open(Here).Documents);
        var meddling = new MeddledRows(Rows, async () => {
            var was = (await documents.Get(KindsOfBefore.Sheets, id, Stop))!;
            var other = (await documents.Get(KindsOfBefore.Answers, "f1", Stop))!;
            Assert.Equal(CommitResult.Committed, await documents.Commit(Batch().Replace(was, was.Value with { Kana = "アト" }).Delete(other).Create(KindsOfBefore.Edits, "late", KindsOfBefore.EditOf("late")), Stop));
        });
        await MoveLayout.Handle(meddling, Newest, Stop);
        Assert.InRange(meddling.Times, 2, 3);
        var rows = await All(Here);
        Assert.All(rows, row => Assert.True(new ScopeRowChange(row, StoreSteps.Forward(row)).IsNone));
        Assert.Equal("アト", (await documents.Get(Sheet.Kind, id, Stop))!.Value.Kana);
        Assert.DoesNotContain(rows, row => row.Id == "f1");
        Assert.Single(await Found(MonthEdit.Kind, MonthEdit.ByPatient, $"202405|{PatientMark.Of("late")}|"));
    }

    [Fact]
    public async Task A_scope_of_a_newer_program_is_refused_on_opening_and_its_neighbours_are_not() {
        await Put(3);
        await Rows.SetLayout(new(9, 9, 8), Stop);
        await Restart();
        foreach (var use in (Func<ScopeStores, Task>[])[
            at => at.Documents.Get(Ports.Note.Kind, "a", Stop), at => at.Documents.Commit(Batch().Create(Ports.Note.Kind, "b", new Note("b", "1")), Stop),
            at => at.Outbox.Due([nameof(NoteWritten)], Start, 10, Stop), at => at.Outbox.Delete("m1", Stop), at => at.Rows.Read(Stop).CountAsync(Stop).AsTask(), at => at.Rows.Layout(Stop)])
            Assert.Contains("layout 9 readable from 8", (await Assert.ThrowsAsync<StoreLayoutException>(() => use(Stores.Open(Here)))).Message, StringComparison.Ordinal);
        Assert.Equal(CommitResult.Committed, await Stores.Open(Elsewhere).Documents.Commit(Batch().Create(Ports.Note.Kind, "b", new Note("b", "1")), Stop));
    }

    /// <summary>As after a deployment was taken back without moving the stores back: from now on rows of this program's layout may be there.</summary>
    [Fact]
    public async Task A_newer_scope_that_may_be_read_says_that_an_older_program_was_there() {
        await Put(3);
        await Rows.SetLayout(new(4, 4, 3), Stop);
        await Restart();
        Assert.Equal(new ScopeLayout(3, 4, 3), await Rows.Layout(Stop));
        Assert.Equal(Texts(Forms[3]), Texts(await All(Here)));
        Assert.Equal(0, await MoveLayout.Forward(Rows, Newest, Stop));
        Assert.Contains("Only a program that knows it", (await Assert.ThrowsAsync<StoreLayoutException>(() => MoveLayout.Handle(Rows, 2, Stop))).Message, StringComparison.Ordinal);
    }

    private async Task Put(int version) {
        await Rows.SetLayout(StoreSteps.At(version), Stop);
        await Rows.Write(Forms[version], Stop);
    }

    private static DocumentRow Note(string id) => new("note", id, """{"text":"x","sort":"1"}""", [new("sort", "1")]);

    /// <summary>What a message lost on the way back, no way forward brings again.</summary>
    private static ScopeRow Plain(ScopeRow row) => StoreSteps.Step(3).Back(row);

    private Task<IReadOnlyList<Stored<Note>>> Notes() => Found(Ports.Note.Kind, Ports.Note.BySort, "");

    private async Task<IReadOnlyList<Stored<T>>> Found<T>(DocumentKind<T> kind, DocumentIndex<T> index, string from) where T : class =>
        (await Stores.Open(Here).Documents.Query(new IndexQuery<T>(kind, index, IndexRange.Between(from, from + "\U0010FFFF"), QueryOrder.Ascending, 100), Stop)).Items;

    private async Task<List<ScopeRow>> All(ScopeName scope) => await Stores.Open(scope).Rows.Read(Stop).ToListAsync(Stop);

    private static List<string> Texts(IEnumerable<ScopeRow> rows) => [.. rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row, Json.Options)).Order(StringComparer.Ordinal)];

    private static bool Pairs((ScopeLayout Stamp, List<string> Rows) one, (ScopeLayout Stamp, List<string> Rows) other) => one.Stamp == other.Stamp && one.Rows.SequenceEqual(other.Rows);
}
