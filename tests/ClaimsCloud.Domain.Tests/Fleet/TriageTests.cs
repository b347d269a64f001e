using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Domain.Tests.Fleet;

public sealed class TriageTests {
    /// <summary>Every answer to every fact, yes, no and unknown.</summary>
    [Fact]
    public void Whatever_is_known_the_tree_ends_with_an_owner_and_a_reason_or_with_a_question_to_a_person() {
        var owners = new HashSet<FaultOwner>();
        var facts = Triage.Facts.ToList();
        var random = new Random(5);
        for (var n = 0; n < 20_000; n++) {
            var known = facts.ToDictionary(f => f, _ => random.Next(3) switch { 0 => (bool?)true, 1 => false, _ => null });
            var result = Triage.Run(known);
            Assert.True(result.Steps.Count <= Triage.Nodes.Count);
            if (result.Asked is { } asked) {
                Assert.Null(result.Owner);
                Assert.Contains(asked.Fact, Triage.AskedFacts);
                Assert.Null(known[asked.Fact]);
                continue;
            }
            owners.Add(result.Owner!.Value);
            Assert.False(string.IsNullOrEmpty(result.Reason));
            Assert.NotNull(ManualPage.Find(result.Page!));
        }
        Assert.Equal(Enum.GetValues<FaultOwner>().Order(), owners.Order());
    }

    [Fact]
    public void Every_node_can_be_reached_and_every_page_is_in_the_manual() {
        var reached = new HashSet<string>();
        var open = new Stack<string>([Triage.Start]);
        while (open.TryPop(out var id)) {
            if (!reached.Add(id)) continue;
            foreach (var next in (string[])[Triage.Nodes[id].Yes, Triage.Nodes[id].No, Triage.Nodes[id].Unknown])
                if (next[0] is not ('=' or '?')) open.Push(next);
                else if (next[0] == '?') Assert.Equal(id, next[1..]);
        }
        Assert.Equal(Triage.Nodes.Keys.Order(), reached.Order());
        Assert.All(Triage.Nodes.Values.Where(n => n.Page.Length > 0), n => Assert.NotNull(ManualPage.Find(n.Page)));
    }

    [Fact]
    public void An_open_incident_makes_it_a_national_matter_and_a_stopped_message_ours() {
        Assert.Equal(FaultOwner.National, Triage.Run(new Dictionary<string, bool?> { ["incident-open"] = true, ["message-parked"] = true }).Owner);
        Assert.Equal(FaultOwner.Us, Triage.Run(new Dictionary<string, bool?> { ["incident-open"] = false, ["message-parked"] = true }).Owner);
        Assert.Equal("terminal-on", Triage.Run(new Dictionary<string, bool?> { ["folder-missing"] = true, ["connector-silent"] = false }).Asked!.Fact);
    }
}
