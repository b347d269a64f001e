using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;
using ClaimsCloud.Domain.Returns.Work;

namespace ClaimsCloud.Application.Returns;

/// <summary>One claim that came back or was left out, with the work on it. Its id says where it is from, so that an import may be repeated.</summary>
/// <param name="ReturnFileId">The return file; null for a claim that was left out.</param>
/// <param name="Number">Position in the return file, or in the claim file where it was left out, from 1.</param>
/// <param name="Claim">Our claim; null while it is not settled which one, and where it was none of ours.</param>
internal sealed record ReturnItem(string? ReturnFileId, int Number, string Payer, DateTimeOffset ReceivedAt, string? SearchNumber, string? ProcessingMonth, string PatientName, string ServiceMonth,
    long? Yen, IReadOnlyList<ItemReason> Reasons, ClaimRef? Claim, IReadOnlyList<ClaimCandidate> Candidates, ReturnWork Work, string? Owner, DateOnly? Due) {
    public static readonly DocumentIndex<ReturnItem> ByReceipt = new("received", i => SortKeys.Of(i.ReceivedAt));

    /// <summary>Items whose money is not safe.</summary>
    public static readonly DocumentIndex<ReturnItem> ByRisk = new("risk", i => i.Work.State.IsAtRisk() ? SortKeys.Of(i.ReceivedAt) : null);

    public static readonly DocumentIndex<ReturnItem> BySearchNumber = new("search-number", i => i.SearchNumber);
    public static readonly DocumentKind<ReturnItem> Kind = new("return-item", ByReceipt, ByRisk, BySearchNumber);

    public static string IdOf(string returnFileId, int number) => $"{returnFileId}.{number}";

    public static string IdOfLeftOut(string fileId, int number) => $"left-out.{fileId}.{number}";

    /// <summary>Waits for a claim that takes its place.</summary>
    public bool WantsReplacement => Work.State is WorkState.Unlinked or WorkState.Open or WorkState.InProgress or WorkState.Corrected;
}

/// <summary>Code and words as the payer gave them; the plain Japanese comes from the tables when it is shown.</summary>
internal sealed record ItemReason(string? Code, string? Category, string Text) {
    public ReasonWords Words => ReturnReasons.Of(Code);
}
