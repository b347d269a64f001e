using ClaimsCloud.Domain.Returns.Work;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimsCloud.Domain.Tests.Returns;

/// <summary>Random events against the state machine; what it holds is compared with the plain list of what was accepted.</summary>
public sealed class ReturnWorkTests {
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Files = ["f1", "f2"];

    private enum Event { Link, Take, Release, Correct, CorrectTwo, Add, Withdraw, Seal, Answer, Confirm, Paper, GiveUp, Reopen, EmptyNote }

    [Fact]
    public void No_path_ends_green_without_its_evidence() {
        var reached = new HashSet<WorkState>();
        var paths = Gen.ListOf(Gen.Choose(0, 999), 60).ToArbitrary();
        Prop.ForAll(paths, path => Walk([.. path], reached)).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
        Assert.Equal(Enum.GetValues<WorkState>().Except([WorkState.Unlinked]).Order(), reached.Order());
    }

    [Fact]
    public void A_split_claim_is_green_only_when_both_files_are_confirmed_in_whatever_order() {
        var by = new Deed("p", Start);
        var work = Done(Done(ReturnWork.New.Link(by, "検索番号")).Correct(by, "訂正", ("f1", 1), ("f2", 3)));
        foreach (var file in Files) {
            Assert.Equal(WorkState.Corrected, work.State);
            work = Done(Done(Done(work.FileSealed(by, file, "s")).FileAnswered(by, file, "a")).FileConfirmed(by, file, "c"));
        }
        Assert.Equal(WorkState.Confirmed, work.State);
    }

    [Fact]
    public void A_forbidden_move_names_both_states_and_why() {
        var forbidden = ReturnWork.New.FileConfirmed(new("p", Start), "f1", "c").Forbidden!;
        Assert.Equal((WorkState.Unlinked, WorkState.Confirmed, "状態「照合待ち」から「再請求確定」へは進めません。"), (forbidden.From, forbidden.To, forbidden.Why));
    }

    private static void Walk(int[] path, HashSet<WorkState> reached) {
        var work = ReturnWork.New;
        var linked = false;
        var proofs = new Dictionary<(string, int), int>();
        foreach (var (index, choice) in path.Index()) {
            var (what, file, by) = ((Event)(choice % 14), Files[choice / 14 % 2], new Deed($"p{choice % 3}", Start.AddMinutes(index)));
            var result = Apply(work, what, file, by);
            Assert.True(result.Work is null != result.Forbidden is null);
            if (result.Forbidden is { } forbidden) {
                Assert.Equal(work.State, forbidden.From);
                Assert.NotEmpty(forbidden.Why);
                continue;
            }
            Assert.NotEqual(WorkState.Confirmed, work.State);
            Record(what, file, proofs, ref linked);
            work = result.Work!;
            reached.Add(work.State);
            Assert.Equal((by.Actor, by.At), (work.Steps[^1].Actor, work.Steps[^1].At));
            Agrees(work, linked, proofs);
        }
    }

    private static WorkResult Apply(ReturnWork work, Event what, string file, Deed by) => what switch {
        Event.Link => work.Link(by, "検索番号"),
        Event.Take => work.Take(by),
        Event.Release => work.Release(by),
        Event.Correct => work.Correct(by, "訂正", (file, 1)),
        Event.CorrectTwo => work.Correct(by, "訂正", ("f1", 1), ("f2", 1)),
        Event.Add => work.Add(by, file, 2),
        Event.Withdraw => work.Withdraw(by, "取り下げ"),
        Event.Seal => work.FileSealed(by, file, "sealed"),
        Event.Answer => work.FileAnswered(by, file, "answered"),
        Event.Confirm => work.FileConfirmed(by, file, "confirmed"),
        Event.Paper => work.GoOnPaper(by, "郵送しました"),
        Event.GiveUp => work.GiveUp(by, "時効"),
        Event.Reopen => work.Reopen(by),
        _ => work.GoOnPaper(by, " "),
    };

    /// <summary>The model: for each replacement how many of the three proofs were accepted, in their order.</summary>
    private static void Record(Event what, string file, Dictionary<(string File, int), int> proofs, ref bool linked) {
        switch (what) {
            case Event.Link: linked = true; break;
            case Event.Correct: proofs.Clear(); proofs[(file, 1)] = 0; break;
            case Event.CorrectTwo: proofs.Clear(); (proofs[("f1", 1)], proofs[("f2", 1)]) = (0, 0); break;
            case Event.Add: proofs[(file, 2)] = 0; break;
            case Event.Withdraw: proofs.Clear(); break;
            case Event.Seal or Event.Answer or Event.Confirm:
                foreach (var key in proofs.Keys.Where(k => k.File == file && proofs[k] == what - Event.Seal).ToList()) proofs[key]++;
                break;
            case Event.EmptyNote: Assert.Fail("a step without its words was accepted"); break;
        }
    }

    private static void Agrees(ReturnWork work, bool linked, Dictionary<(string, int), int> proofs) {
        Assert.Equal(WorkState.Unlinked, work.Steps[0].From);
        Assert.Equal(work.State, work.Steps[^1].To);
        foreach (var (before, after) in work.Steps.Zip(work.Steps.Skip(1))) Assert.Equal(before.To, after.From);
        Assert.All(work.Steps, s => Assert.True(s.Evidence.Length > 0 && (s.From == s.To || WorkStates.MayMove(s.From, s.To))));
        Assert.True(linked || work.State == WorkState.Unlinked);
        Assert.Equal(proofs.Count > 0 && proofs.Values.All(p => p == 3), work.State == WorkState.Confirmed);
        if (work.State != WorkState.Confirmed) return;
        Assert.All(work.Replacements, r => Assert.Equal(("sealed", "answered", "confirmed"), (r.Sealed, r.Answered, r.Confirmed)));
        Assert.False(work.State.IsAtRisk());
    }

    private static ReturnWork Done(WorkResult result) => result.Work ?? throw new InvalidOperationException(result.Forbidden!.Why);
}

