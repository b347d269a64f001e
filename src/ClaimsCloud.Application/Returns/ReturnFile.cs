using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>What became of one file that came up from a terminal; its id is the edge file's.</summary>
internal sealed record ReturnFile(string Name, string Blob, DateTimeOffset ReceivedAt, long Size, string Sha256, string DeviceId, string Kind, string Outcome,
    string? ClaimFileId, string Detail, IReadOnlyList<FindingRow> Findings) {
    public static readonly DocumentIndex<ReturnFile> ByReceipt = new("received", f => SortKeys.Of(f.ReceivedAt));
    /// <summary>Files that may fit later.</summary>
    public static readonly DocumentIndex<ReturnFile> ByPending = new("pending", f => f.Outcome is Outcomes.Unmatched or Outcomes.Refused ? SortKeys.Of(f.ReceivedAt) : null);
    public static readonly DocumentIndex<ReturnFile> ByImportedContent = new("content", f => f.Outcome == Outcomes.Imported ? f.Sha256 : null);
    public static readonly DocumentKind<ReturnFile> DocumentKind = new("return-file", ByReceipt, ByPending, ByImportedContent);

    public const int MostFindings = 50;
}

internal static class Kinds {
    public const string AcceptanceList = "acceptance-list";
    public const string ConfirmationList = "confirmation-list";
    public const string ReturnedClaims = "returned-claims";
    public const string AdjustmentNotice = "adjustment-notice";
    public const string ReturnStatement = "return-statement";
    public const string PaymentStatement = "payment-statement";
    public const string Unknown = "unknown";

    public static string Of(ReturnFileKind? kind) => kind switch {
        ReturnFileKind.AcceptanceList => AcceptanceList, ReturnFileKind.ConfirmationList => ConfirmationList, ReturnFileKind.ReturnedClaims => ReturnedClaims,
        ReturnFileKind.AdjustmentNotice => AdjustmentNotice, ReturnFileKind.ReturnStatement => ReturnStatement, ReturnFileKind.PaymentStatement => PaymentStatement, _ => Unknown,
    };
}

internal static class Outcomes {
    public const string Imported = "imported";
    public const string Unmatched = "unmatched";
    public const string Refused = "refused";
    public const string Damaged = "damaged";
    public const string Duplicate = "duplicate";
    public const string Superseded = "superseded";
    public const string Kept = "kept";
}
