using ClaimsCloud.Application.Claims;
using ClaimsCloud.Contracts;
using static ClaimsCloud.Contracts.ClaimFileState;

namespace ClaimsCloud.Application.Tests.Submissions;

/// <summary>The state machine against a model that was written down apart from it: paths, not tables.</summary>
public sealed class ClaimFileMovesTests {
    /// <summary>Every way a file may go, as stories; a step is legal exactly when some story takes it.</summary>
    private static readonly ClaimFileState[][] Stories = [
        [Received, Checking, Checked, Sealed, Fetched, Placed, SeenUnchanged, Answered, Confirmed],
        [Received, Checking, Unreadable],
        [Checked, Received],
        [Placed, Answered, Answered],
        [Sealed, PlaceRefused, Sealed],
        [Fetched, PlaceRefused],
        [Placed, PlaceRefused],
    ];

    private static readonly HashSet<(ClaimFileState, ClaimFileState)> Legal = [.. Stories.SelectMany(story => story.Zip(story.Skip(1)))];

    [Fact]
    public void Every_pair_of_states_is_legal_exactly_when_a_story_takes_it() {
        foreach (var from in Enum.GetValues<ClaimFileState>())
            foreach (var to in Enum.GetValues<ClaimFileState>())
                Assert.True(Legal.Contains((from, to)) == ClaimFileMoves.MayMove(from, to), $"{from} to {to}");
    }

    [Fact]
    public void An_illegal_move_is_a_refusal_that_names_both_states() {
        Assert.False(File(Checking).Move(Sealed, Link(0)).Succeeded(out _, out var refusal));
        Assert.Equal(("illegal-transition", 409, "状態「点検中」から「封印済み」へは進めません。"), (refusal!.Code, refusal.Status, refusal.Title));
    }

    [Fact]
    public void Every_state_has_a_name_of_its_own() {
        var names = Enum.GetValues<ClaimFileState>().Select(state => ClaimFileMoves.Illegal(state, state).Title).ToHashSet();
        Assert.Equal(Enum.GetValues<ClaimFileState>().Length, names.Count);
    }

    [Fact]
    public void Random_commands_never_reach_an_illegal_state_and_never_lose_a_link() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var (file, model) = (File(Received), (State: Received, Links: new List<string>()));
            for (var step = 0; step < 60; step++) {
                var (to, link) = ((ClaimFileState)random.Next(Enum.GetValues<ClaimFileState>().Length), Link(step));
                if (random.Next(10) == 0) {
                    file = file.WithLateEvidence(link);
                    model.Links.Add(link.Detail);
                } else if (file.Move(to, link).Succeeded(out var moved, out _)) {
                    Assert.Contains((model.State, to), Legal);
                    (file, model.State) = (moved, to);
                    model.Links.Add(link.Detail);
                } else Assert.DoesNotContain((model.State, to), Legal);
                Assert.Equal(model.State, file.State);
                Assert.Equal(model.Links, file.Chain.Select(l => l.Detail));
            }
        }
    }

    [Fact]
    public void Only_the_two_ends_have_no_way_out() =>
        Assert.Equal([Unreadable, Confirmed], Enum.GetValues<ClaimFileState>().Where(from => !Enum.GetValues<ClaimFileState>().Any(to => ClaimFileMoves.MayMove(from, to))));

    private static ClaimFile File(ClaimFileState state) => new("a", DateTimeOffset.UnixEpoch, 1, "00", state, 0, null, null, []);

    private static ChainLink Link(int number) => new("k", "00", DateTimeOffset.UnixEpoch, null, "a", $"{number}");
}
