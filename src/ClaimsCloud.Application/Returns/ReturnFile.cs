using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Returns;

namespace ClaimsCloud.Application.Returns;

/// <summary>What became of one file that came up from a terminal; its id is the edge file's.</summary>
internal sealed record ReturnFile(string Name, string Blob, DateTimeOffset ReceivedAt, long Size, string Sha256, string DeviceId, string Kind, string Outcome,
    string? ClaimFileId, string Detail, IReadOnlyList<FindingRow> Findings, Naming? Named = null) {
    public static readonly DocumentIndex<ReturnFile> ByReceipt = new("received", f => SortKeys.Of(f.ReceivedAt));
    /// <summary>Files that may fit later.</summary>
    public static readonly DocumentIndex<ReturnFile> ByPending = new("pending", f => f.Outcome is Outcomes.Unmatched or Outcomes.Refused ? SortKeys.Of(f.ReceivedAt) : null);
    public static readonly DocumentIndex<ReturnFile> ByImportedContent = new("content", f => f.Outcome == Outcomes.Imported ? f.Sha256 : null);
    /// <summary>Files that a person is asked about.</summary>
    public static readonly DocumentIndex<ReturnFile> ByQuestion = new("asked", f => f.Outcome == Outcomes.Asked ? SortKeys.Of(f.ReceivedAt) : null);
    public static readonly DocumentKind<ReturnFile> DocumentKind = new("return-file", ByReceipt, ByPending, ByImportedContent, ByQuestion);

    public const int MostFindings = 50;
    /// <summary>Lists and return files are kilobytes; a larger file is kept and not read.</summary>
    public const long LargestRead = 64 * 1024 * 1024;

    /// <summary>True while a person may say what it is: it does not say it itself, or what was said has changed nothing yet.</summary>
    public bool MayBeNamed => Outcome == Outcomes.Asked || (Named is not null && Outcome is not (Outcomes.Imported or Outcomes.Waiting));

    /// <summary>What its name says, or a person in its place; null where a name says nothing.</summary>
    public ReturnFileName? Says(string stationCode) => Named is not { } named ? ReturnFileName.Parse(Name)
        : named is { Kind: { } kind, Payer: { } payer } ? new(kind, payer, "", stationCode, null) : null;

    public ReturnFile Settled(string outcome, string detail, params IReadOnlyList<Finding> findings) =>
        this with { Outcome = outcome, Detail = detail, Findings = [.. findings.Take(MostFindings).Select(f => FindingRows.Of(f))] };
}

/// <summary>What a person said a file is.</summary>
/// <param name="Kind">Null: nothing that is to be read.</param>
internal sealed record Naming(ReturnFileKind? Kind, string? Payer, string Actor, DateTimeOffset At);

internal static class Kinds {
    public const string AcceptanceList = "acceptance-list";
    public const string ConfirmationList = "confirmation-list";
    public const string ReturnedClaims = "returned-claims";
    public const string AdjustmentNotice = "adjustment-notice";
    public const string ReturnStatement = "return-statement";
    public const string PaymentStatement = "payment-statement";
    public const string Unknown = "unknown";

    public static ReturnFileKind? Parse(string kind) => Enum.GetValues<ReturnFileKind>().Cast<ReturnFileKind?>().FirstOrDefault(k => Of(k) == kind);

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
    public const string Asked = "asked";
    public const string Waiting = "waiting";
    public const string SetAside = "set-aside";
}
