using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fleet;

/// <summary>Whose matter a fault is.</summary>
public enum FaultOwner { Station, Line, Terminal, Partner, National, Us }

/// <summary>A fact that the tree asks for: from machine evidence, or from a person where no machine knows.</summary>
/// <param name="Question">Japanese, to be answered with はい or いいえ.</param>
/// <param name="Answer">Null: unknown.</param>
public sealed record TriageStep(string Fact, string Question, bool? Answer);

/// <param name="Owner">Null while <paramref name="Asked"/> has to be answered first.</param>
/// <param name="Reason">Japanese.</param>
/// <param name="Page">Of the manual.</param>
/// <param name="Steps">The way through the tree.</param>
/// <param name="Asked">The fact that a person has to tell.</param>
public sealed record TriageResult(FaultOwner? Owner, string? Reason, string? Page, IReadOnlyList<TriageStep> Steps, TriageStep? Asked);

/// <summary>Who has to act, by a tree that is data (<c>Data/desk/triage.csv</c>): each node looks at one fact.</summary>
public static class Triage {
    public const string Start = "start";
    public static IReadOnlyDictionary<string, TriageNode> Nodes { get; } = DataFile.Rows("desk/triage.csv").Select(r =>
        new TriageNode(r["node"], r["fact"], r["question"], r["yes"], r["no"], r["unknown"], r["reason"], r["page"])).ToDictionary(n => n.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Facts { get; } = [.. Nodes.Values.Select(n => n.Fact).Distinct(StringComparer.Ordinal)];

    /// <summary>Those that no machine knows: the person at the PC tells them.</summary>
    public static IReadOnlyCollection<string> AskedFacts { get; } = [.. Nodes.Values.Where(n => n.Unknown[0] == '?').Select(n => n.Fact).Distinct(StringComparer.Ordinal)];

    /// <param name="facts">What is known, by name; what is not in it, or null, is unknown.</param>
    public static TriageResult Run(IReadOnlyDictionary<string, bool?> facts) {
        var steps = new List<TriageStep>();
        for (var node = Nodes[Start]; ;) {
            var answer = facts.GetValueOrDefault(node.Fact);
            var step = new TriageStep(node.Fact, node.Question, answer);
            var next = answer switch { true => node.Yes, false => node.No, null => node.Unknown };
            if (next[0] == '?') return new(null, null, node.Page.Length == 0 ? null : node.Page, steps, step);
            steps.Add(step);
            if (next[0] == '=') {
                var owner = Words.Read<FaultOwner>(next[1..]);
                return new(owner, answer == true ? node.Reason : Otherwise(owner), answer == true ? node.Page : PageOf(owner), steps, null);
            }
            node = Nodes[next];
        }
    }

    /// <summary>Where the answer was no, the owner follows from it and not from the node's own reason.</summary>
    private static string Otherwise(FaultOwner owner) => owner switch {
        FaultOwner.Line => "インターネットにつながっていません。ルーターと回線を確かめます。",
        FaultOwner.Terminal => "オンライン請求の端末の電源が入っていません。端末の電源を入れてください。",
        _ => "機器からは異常が見えません。コンダクトが調べます。",
    };

    private static string PageOf(FaultOwner owner) => owner switch { FaultOwner.Line => "screen", FaultOwner.Terminal => "lan", _ => "us" };
}

/// <summary>A row of the tree: <c>=x</c> ends with the owner x, <c>?x</c> asks a person the question of node x, anything else is the next node.</summary>
public sealed record TriageNode(string Id, string Fact, string Question, string Yes, string No, string Unknown, string Reason, string Page);

/// <summary>A page of the manual for stations and desk; an answer that rests on no evidence rests on one of these.</summary>
public sealed record ManualPage(string Page, string Title, string Text) {
    public static IReadOnlyList<ManualPage> All { get; } = [.. DataFile.Rows("desk/manual.csv").Select(r => new ManualPage(r["page"], r["title"], r["text"]))];

    public static ManualPage? Find(string page) => All.FirstOrDefault(p => p.Page == page);
}
