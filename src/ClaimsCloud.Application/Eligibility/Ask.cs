using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Eligibility.Messages;

namespace ClaimsCloud.Application.Eligibility;

internal enum AskState {
    /// <summary>On its way to the terminal, or waiting for its answer.</summary>
    Open,
    Answered,
    /// <summary>The terminal or the server did not take it, or its answer cannot be used.</summary>
    Failed,
    /// <summary>Nothing came in time; a late answer still counts.</summary>
    TimedOut,
}

/// <summary>One request; its id is its job's, its bytes are the job's blob.</summary>
/// <param name="RootId">The request that began it: itself, or of a fetching request the first step.</param>
/// <param name="PersonId">Of a single check; null for many people.</param>
/// <param name="Fetches">How often the result was asked for before.</param>
/// <param name="Detail">What became of it, Japanese, without patient data.</param>
internal sealed record Ask(OqsFamily Family, int Step, string FileName, string Blob, string RootId, DateTimeOffset RootAt, DateTimeOffset At, int People, string? PersonId, int Fetches, AskState State, string Detail) {
    public static readonly DocumentIndex<Ask> ByOpen = new("open", a => a.State == AskState.Open ? SortKeys.Of(a.At) : null);
    public static readonly DocumentIndex<Ask> ByFile = new("file", a => a.FileName);
    public static readonly DocumentKind<Ask> Kind = new("eligibility-ask", ByOpen, ByFile);

    public static string BlobOf(string askId) => $"eligibility-asks/{askId}";
}
