using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// What the portal reads and does. Every call carries the gateway's internal token; the tenant is in it and nowhere else.

public static class PortalRoutes {
    /// <summary>POST, from the gateway only.</summary>
    public const string SignIn = "identity/sign-in";
    /// <summary>
    /// POST the file's bytes with <c>?name=</c>, the answer is a <see cref="ClaimFileRow"/> (201). GET with <c>?search=&amp;after=</c> lists,
    /// newest first, as a <see cref="Page{T}"/> of <see cref="ClaimFileRow"/>; <c>after</c> is the <c>FileId</c> of the last row of the page before.
    /// </summary>
    public const string ClaimFiles = "claim-files";
    /// <summary>GET: a <see cref="ClaimFileDetail"/>.</summary>
    public const string ClaimFile = "claim-files/{fileId}";
    /// <summary>GET with <c>?search=&amp;severity=&amp;page=</c>; severity is one of those of <see cref="FindingRow"/> and finds failed checks, or <c>not-checked</c> or <c>overridden</c>.</summary>
    public const string Findings = "claim-files/{fileId}/findings";
    /// <summary>GET with <c>?search=&amp;page=</c>: one row a claim.</summary>
    public const string Claims = "claim-files/{fileId}/claims";
    /// <summary>GET: a <see cref="ReceiptDetail"/>.</summary>
    public const string Claim = "claim-files/{fileId}/claims/{number}";
    /// <summary>GET: the bytes as they came; a single <c>Range</c> is honoured.</summary>
    public const string Original = "claim-files/{fileId}/original";
    /// <summary>POST without a body: fix hash, size and counts, and hand the file to the connector; the answer is a <see cref="ClaimFileDetail"/>.</summary>
    public const string Seal = "claim-files/{fileId}/seal";
    /// <summary>GET: an array of <see cref="ConnectorRow"/>.</summary>
    public const string Connectors = "connectors";
    /// <summary>POST without a body: a new one-time <see cref="EnrolmentCode"/>, shown this once.</summary>
    public const string EnrolmentCodes = "connectors/enrolment-codes";
    /// <summary>POST without a body: the connector gets no token any more. For good; a PC that comes back is enrolled anew.</summary>
    public const string RevokeConnector = "connectors/{deviceId}/revoke";
    /// <summary>GET with <c>?after=</c> and <c>?asked=</c> (1: only those that a person is asked about): what came up from the terminal, newest first, as a <see cref="Page{T}"/> of
    /// <see cref="ReturnFileRow"/>.</summary>
    public const string ReturnFiles = "return-files";
    /// <summary>GET: a <see cref="ReturnFileDetail"/>.</summary>
    public const string ReturnFile = "return-files/{returnFileId}";
    /// <summary>GET: the bytes as they came up; a single <c>Range</c> is honoured.</summary>
    public const string ReturnFileOriginal = "return-files/{returnFileId}/original";
    /// <summary>POST a <see cref="ReturnFileNaming"/>: a person says what a file is that does not say it itself; it is then read as that. The answer is a <see cref="ReturnFileRow"/>.</summary>
    public const string ReturnFileKind = "return-files/{returnFileId}/kind";
    /// <summary>GET with <c>?closed=</c> (1: also those at their end): the work list, most urgent first, an array of <see cref="ReturnItemRow"/>.</summary>
    public const string ReturnItems = "return-items";
    /// <summary>GET: a <see cref="ReturnItemDetail"/>.</summary>
    public const string ReturnItem = "return-items/{itemId}";
    /// <summary>POST a <see cref="LinkRequest"/>; the answer, here and below, is a <see cref="ReturnItemDetail"/>.</summary>
    public const string ReturnItemLink = "return-items/{itemId}/link";
    /// <summary>POST a <see cref="ReturnMove"/>.</summary>
    public const string ReturnItemMoves = "return-items/{itemId}/moves";
    /// <summary>POST a <see cref="ReplacementRequest"/>.</summary>
    public const string ReturnItemReplacements = "return-items/{itemId}/replacements";
    /// <summary>
    /// POST a <see cref="ResubmissionRequest"/>: makes a new claim file out of a checked one, with search numbers and histories of the open items that it answers;
    /// the answer is a <see cref="ResubmissionAnswer"/>.
    /// </summary>
    public const string Resubmission = "claim-files/{fileId}/resubmission";
    /// <summary>GET: a <see cref="YenAtRisk"/>.</summary>
    public const string YenAtRisk = "yen-at-risk";
    /// <summary>GET with <c>?page=</c>, vendor desk only: a <see cref="Page{T}"/> of <see cref="ParkedMessageRow"/>, longest parked first.</summary>
    public const string DeskParkedMessages = "desk/parked-messages";
    /// <summary>POST without a body, vendor desk only: the message is tried again. 202, also for a repetition; 404 when nothing like it is parked.</summary>
    public const string DeskResend = "desk/stations/{stationId}/parked-messages/{messageId}/resend";
    /// <summary>
    /// Vendor desk only. GET: an array of <see cref="DeskReleaseRow"/>, newest first. POST a release file (<see cref="EdgeRelease"/> in one line, then the program) with <c>?share=</c>
    /// (1–100, percent of the release's last ring): it is offered from now on, also when it was stopped; the answer is a <see cref="DeskReleaseRow"/>.
    /// </summary>
    public const string DeskReleases = "desk/releases";
    /// <summary>POST without a body, vendor desk only: the release is offered to nobody any more. 204.</summary>
    public const string DeskReleaseStop = "desk/releases/{releaseId}/stop";
    /// <summary>GET: the rule catalogue, an array of <see cref="RulePage"/>, the same for every tenant.</summary>
    public const string Rules = "rules";
}

public sealed record SignInRequest(string LoginName, string Password);
/// <param name="Tenant">Null for the vendor's desk.</param>
/// <param name="Role">One of those of <see cref="InternalToken"/>.</param>
public sealed record SignInAnswer(string PersonId, string DisplayName, string? Tenant, string? StationName, string Role) {
    /// <summary>Before <see cref="SignInStep.Done"/> the person may do nothing but that step.</summary>
    public SignInStep Step { get; init; }
    /// <summary>Set when it is done.</summary>
    public string? SessionId { get; init; }
}

/// <param name="Total">Rows that match, over all pages.</param>
/// <param name="Number">From 1.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size);

[JsonConverter(typeof(JsonStringEnumConverter<ClaimFileState>))]
public enum ClaimFileState { Received, Checking, Checked, Unreadable, Sealed, Fetched, Placed, SeenUnchanged, PlaceRefused, Answered, Confirmed }

/// <param name="Claims">Number of claims; null before the check ended.</param>
/// <param name="Errors">Findings of error level; null before the check ended.</param>
public sealed record ClaimFileRow(string FileId, string Name, DateTimeOffset ReceivedAt, long Size, ClaimFileState State,
    int? Claims, long? TotalYen, int? Errors, int? Hints, int? NotChecked) {
    /// <summary>請求年月, YYYYMM; null before the check ended and where the file does not say. Official files all have one name: month and payer tell them apart.</summary>
    public string? ClaimMonth { get; init; }
    /// <summary>1 支払基金, 2 国保連; null as <see cref="ClaimMonth"/>.</summary>
    public string? Payer { get; init; }
}

/// <param name="WhyAgain">Why claims go out that the payer has already, up to 200 characters; it stands in the evidence chain. Null where none does.</param>
public sealed record SealRequest(string? WhyAgain);

/// <param name="CheckedBytes">How far a running check has read, for progress.</param>
/// <param name="Sealable">True when the file may be sealed now; else <paramref name="WhyNotSealable"/> says why in Japanese.</param>
public sealed record ClaimFileDetail(ClaimFileRow File, string Sha256, long CheckedBytes, string? ClaimMonth, string? Payer,
    bool Sealable, string? WhyNotSealable, IReadOnlyList<ChainLink> Chain) {
    /// <summary>Links that are overdue, worst first.</summary>
    public IReadOnlyList<ChainAlert> Alerts { get; init; } = [];
    /// <summary>Version of the rules that it was checked by; null before.</summary>
    public string? RulesVersion { get; init; }
    /// <summary>True when it may be checked anew.</summary>
    public bool Recheckable { get; init; }
}

/// <summary>One link of the evidence chain. A link is there only when its evidence is.</summary>
/// <param name="Kind">received (or built), checked, sealed, fetched, placed, seen, answered, confirmed, refused.</param>
/// <param name="Sha256">Hash of the bytes this link is about; for the claim file always the sealed hash.</param>
/// <param name="CloudTime">Server clock.</param>
/// <param name="SiteTime">Device clock, null where no device took part.</param>
/// <param name="Actor">Person or device id, or <c>system</c>.</param>
/// <param name="Detail">Japanese, without patient data.</param>
public sealed record ChainLink(string Kind, string? Sha256, DateTimeOffset CloudTime, DateTimeOffset? SiteTime, string Actor, string Detail);

/// <summary>A finding as the check reported it. <paramref name="Offset"/> is a byte offset from 0, <paramref name="Line"/> counts from 1.</summary>
public sealed record FindingRow(string Code, string Severity, string Verdict, int? Claim, string? Record, int? Line, long? Offset,
    string? Field, string Message, string Fix, string Source) {
    /// <summary>氏名 of the claim it is in; null outside claims.</summary>
    public string? PatientName { get; init; }
    /// <summary>Who took it on herself, when the verdict is <c>overridden</c>.</summary>
    public OverrideRow? Override { get; init; }
    /// <summary>Where the claim was made here: the records that it goes back to.</summary>
    public RecordTrace? Trace { get; init; }
}

/// <summary>A place in the records of a month.</summary>
/// <param name="Table">Name of the table in the month bundle.</param>
/// <param name="Key">Key of the row; null: all rows of the patient in the table.</param>
public sealed record RecordTrace(string Month, string Patient, string Table, string? Key);

/// <param name="PayerAnswer">Null before the acceptance list is there; else <c>accepted</c>, <c>attention</c> (要確認) or <c>refused</c> (受付不能).</param>
public sealed record ClaimRow(int Number, string PatientName, string ServiceMonth, string ClaimType, long? TotalYen, int Errors,
    string? PayerAnswer, string? PayerMessage) {
    /// <summary>請求確定: true claimed, false left out; null before the list is there.</summary>
    public bool? Claimed { get; init; }
}

public sealed record ReceiptRow(string Label, string Value, int? Line);
public sealed record ReceiptSection(string Title, IReadOnlyList<ReceiptRow> Rows);
public sealed record ReceiptDetail(ClaimRow Claim, IReadOnlyList<ReceiptSection> Sections, IReadOnlyList<FindingRow> Findings);

/// <param name="Health">As the connector reported it last; null before that.</param>
/// <param name="RevokedAt">Set when the station took its right away.</param>
public sealed record ConnectorRow(string DeviceId, string Name, string? Version, DateTimeOffset? LastSeen, long? SkewMilliseconds,
    int? QueueLength, IReadOnlyList<string> Alarms, EdgeHealth? Health = null, DateTimeOffset? RevokedAt = null) {
    /// <summary>As the connector reported it last; null before that.</summary>
    public EdgeProgram? Program { get; init; }

    /// <summary>When this PC is usually on, learned over weeks: seven numbers, Sunday first, bit n for the hour from n o'clock in Japan. Null before enough was seen.</summary>
    public IReadOnlyList<int>? OnHours { get; init; }
}
public sealed record EnrolmentCode(string Code, DateTimeOffset ExpiresAt);

/// <param name="Share">Percent of the sites of <paramref name="Ring"/> that it is offered to; the rings before it have it whole.</param>
/// <param name="StoppedAt">Set when it is offered to nobody: stopped by a person, or by itself after it was rolled back at too many sites.</param>
/// <param name="Running">Connectors that said that they run it.</param>
/// <param name="RolledBack">Connectors that put it in and out again.</param>
public sealed record DeskReleaseRow(string ReleaseId, string Version, string Runtime, ReleaseRing Ring, int Share, long Size, int Approvals, DateTimeOffset PublishedAt,
    DateTimeOffset? StoppedAt, int Running, int RolledBack);

/// <summary>A message of a station that could not be delivered and waits for a person. Ids and codes only.</summary>
/// <param name="Message">Name of the message's type.</param>
/// <param name="Reason">Code or type of what went wrong.</param>
public sealed record ParkedMessageRow(string StationId, string StationName, string MessageId, string Message, string Reason, DateTimeOffset ParkedAt);

/// <summary>One page of the rule catalogue. Texts are Japanese; the examples are lines or fields of a claim file.</summary>
public sealed record RulePage(string Code, string Severity, string Title, string Explanation, string Fix, string Source, string Since,
    string GoodExample, string BadExample) {
    /// <summary>Of the payer's own check, four digits; null where none is known.</summary>
    public string? PayerCode { get; init; }
    /// <summary>Last service month, YYYY-MM; null while it is in force.</summary>
    public string? Until { get; init; }
    /// <summary>What it must know beside the file, Japanese; null: the file is enough.</summary>
    public string? Needs { get; init; }
}

/// <summary>RFC 9457 problem of the closed set of refusals; <paramref name="Code"/> is stable, <paramref name="Title"/> is Japanese.</summary>
public sealed record Refusal(string Code, string Title, int Status);

/// <summary>One file that came up from the terminal. It is kept whatever it is; only a matched one changes a claim file.</summary>
/// <param name="Kind"><c>acceptance-list</c>, <c>confirmation-list</c>, <c>returned-claims</c>, <c>adjustment-notice</c>, <c>return-statement</c>, <c>payment-statement</c>,
/// <c>care-7411</c> and the like (国保連合会 for 介護, by 交換情報識別番号) or <c>unknown</c>.</param>
/// <param name="Outcome"><c>imported</c>, <c>unmatched</c> (no claim file, or more than one, fits; tried again when one gets there), <c>refused</c>
/// (the claim file's state does not allow it yet; tried again), <c>damaged</c>, <c>duplicate</c> (the same content was imported before), <c>superseded</c>
/// (older than what the claim file already shows), <c>kept</c> (nothing in it to import), <c>asked</c> (neither its name nor its contents say what it is: a person does),
/// <c>waiting</c> (a person said what it is, and it is being read) or <c>set-aside</c> (a person said that it is nothing to be read).</param>
/// <param name="ClaimFileId">The claim file it was imported into, else null.</param>
/// <param name="Detail">Japanese, without patient data.</param>
public sealed record ReturnFileRow(string ReturnFileId, string Name, DateTimeOffset ReceivedAt, long Size, string Sha256, string Kind,
    string Outcome, string? ClaimFileId, string Detail, IReadOnlyList<FindingRow> Findings);
