using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What became of one file of the interface that came up; its id is the edge file's, and its bytes stay as they came.</summary>
/// <param name="AskId">The request it belongs to; null for what nobody asked.</param>
/// <param name="Outcome">One of <see cref="AnswerOutcomes"/>.</param>
/// <param name="Reason">Japanese, without patient data.</param>
internal sealed record AnswerFile(string Name, DateTimeOffset ReceivedAt, string Blob, string? AskId, string Outcome, string Reason, IReadOnlyList<FindingRow> Findings) {
    /// <summary>Those that a person has to look at.</summary>
    public static readonly DocumentIndex<AnswerFile> ByTrouble = new("trouble", f => f.Outcome == AnswerOutcomes.Used && f.Findings.Count == 0 ? null : SortKeys.Of(f.ReceivedAt));
    public static readonly DocumentIndex<AnswerFile> ByReceipt = new("received", f => SortKeys.Of(f.ReceivedAt));
    public static readonly DocumentKind<AnswerFile> Kind = new("eligibility-file", ByTrouble, ByReceipt);

    /// <summary>Places in the answer, from 0, of results that wait for a person to say whose they are.</summary>
    public IReadOnlyList<int> Unmatched { get; init; } = [];

    /// <summary>What people said of them, newest first.</summary>
    public IReadOnlyList<DecisionSeen> Decisions { get; init; } = [];

    public static string Waiting(int people) => $"誰の結果か確かめられない回答が{people}人分あります。利用者を選んでください。";
}

internal static class AnswerOutcomes {
    public const string Used = "used";
    /// <summary>The terminal or the server did not do what was asked.</summary>
    public const string Refused = "refused";
    /// <summary>It cannot be ours, or cannot be read: kept with its bytes, never applied.</summary>
    public const string PutAside = "put-aside";
    /// <summary>Nobody can say for certain whose result it is.</summary>
    public const string Unmatched = "unmatched";
}
