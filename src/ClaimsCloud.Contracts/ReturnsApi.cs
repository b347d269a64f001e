namespace ClaimsCloud.Contracts;

// The work list of claims that came back, and the money that is not safe yet.

/// <summary>One claim of a claim file.</summary>
public sealed record ClaimRef(string FileId, int Number);

/// <param name="Origin"><c>returned</c> (返戻) or <c>left-out</c> (受付不能または請求確定の対象外).</param>
/// <param name="State"><c>unlinked</c>, <c>open</c>, <c>in-progress</c>, <c>corrected</c>, <c>sent</c>, <c>answered</c>, <c>confirmed</c>, <c>on-paper</c>, <c>given-up</c>.</param>
/// <param name="Payer">1 支払基金, 2 国保連.</param>
/// <param name="ServiceMonth">YYYYMM; empty when unreadable.</param>
/// <param name="ReasonCodes">As the payer gave them, half-width.</param>
/// <param name="Reason">The first reason in plain Japanese.</param>
/// <param name="Yen">Null when the claim has no readable total; it then counts as 0 and is named.</param>
/// <param name="Owner">Person who took it; null while nobody did.</param>
/// <param name="DownloadUntil">Last day on which the file can be fetched again from オンライン請求; null for claims that were left out.</param>
/// <param name="ClaimUntil">Last day of the claim itself; null when its month is unreadable.</param>
public sealed record ReturnItemRow(string ItemId, string Origin, string State, string Payer, string PatientName, string ServiceMonth, IReadOnlyList<string> ReasonCodes, string Reason,
    long? Yen, string? Owner, DateOnly? Due, DateOnly? DownloadUntil, DateOnly? ClaimUntil, DateTimeOffset ReceivedAt);

/// <param name="Text">The payer's own words; may hold patient data.</param>
/// <param name="Known">False when the code is not in our tables.</param>
/// <param name="Owner">Who can settle it, in Japanese.</param>
public sealed record ReturnReasonRow(string? Code, string Category, string Text, bool Known, string Title, string Cause, string Fix, string Owner);

/// <param name="Confidence"><c>certain</c>, <c>likely</c> or <c>possible</c>.</param>
public sealed record ClaimCandidate(string FileId, int Number, string Confidence, string PatientName, long? TotalYen);

public sealed record WorkStepRow(string From, string To, string Actor, DateTimeOffset At, string Evidence);

/// <param name="Claim">Our claim that came back; null while it is not linked, and where none of ours did.</param>
/// <param name="Replacements">Claims that take its place.</param>
/// <param name="Receipt">The returned claim as a person reads it.</param>
public sealed record ReturnItemDetail(ReturnItemRow Item, string? SearchNumber, IReadOnlyList<ReturnReasonRow> Reasons, ClaimRef? Claim, IReadOnlyList<ClaimCandidate> Candidates,
    IReadOnlyList<ClaimRef> Replacements, IReadOnlyList<WorkStepRow> Steps, IReadOnlyList<ReceiptSection> Receipt);

/// <param name="Claim">The claim of ours that came back; null: it was not sent from here.</param>
public sealed record LinkRequest(ClaimRef? Claim);

/// <param name="Move"><c>take</c>, <c>release</c>, <c>withdraw</c>, <c>on-paper</c>, <c>give-up</c> or <c>reopen</c>.</param>
/// <param name="Due">For <c>take</c>.</param>
/// <param name="Note">For <c>withdraw</c>, <c>on-paper</c> and <c>give-up</c>: what happened; it becomes the evidence.</param>
public sealed record ReturnMove(string Move, DateOnly? Due, string? Note);

/// <summary>Claims that take the place of the returned one; to an item that has some already, they are added.</summary>
public sealed record ReplacementRequest(IReadOnlyList<ClaimRef>? Claims);

/// <param name="ItemId">Null: the claim is a first claim.</param>
public sealed record ResubmissionDecision(int Claim, string? ItemId);
public sealed record ResubmissionRequest(IReadOnlyList<ResubmissionDecision>? Decisions);

/// <param name="File">The new claim file with search numbers and histories; null when something is in doubt: then <paramref name="Findings"/> say what.</param>
public sealed record ResubmissionAnswer(ClaimFileRow? File, IReadOnlyList<FindingRow> Findings);

/// <param name="Kind"><c>unsent</c> (未送信), <c>unconfirmed</c> (請求確定前), <c>left-out</c> (受付不能・確定の対象外), <c>returned</c> (返戻);
/// of care claims also <c>care-returned</c> and <c>care-held</c> (保留).</param>
/// <param name="FileId">The claim file; null for a work item.</param>
/// <param name="ItemId">The work item; null for a claim file.</param>
public sealed record RiskItem(string Kind, long Yen, string? FileId, string? ItemId);

/// <param name="TotalYen">Always the sum of <paramref name="Items"/>.</param>
public sealed record YenAtRisk(long TotalYen, IReadOnlyList<RiskItem> Items);

/// <summary>A link of the evidence chain that should be there by now.</summary>
/// <param name="Missing">The link's kind.</param>
/// <param name="Level"><c>warn</c> or <c>fail</c>.</param>
/// <param name="Since">When it was due.</param>
/// <param name="Text">What to do, in Japanese.</param>
public sealed record ChainAlert(string Missing, string Level, DateTimeOffset Since, string Text);

/// <param name="Code">Letter of 増減点連絡書 or a reason code.</param>
/// <param name="Kind">診療内容, 事務, or empty.</param>
public sealed record AdjustmentReason(string Code, string Title, string Kind, string Fix);

/// <summary>One line of a list of amounts; every amount is yen and null where it is not known.</summary>
/// <param name="Claim">Our claim; null when it is not certain which one it is.</param>
/// <param name="ClaimedYen">What we claimed.</param>
/// <param name="DifferenceYen">Decided less claimed.</param>
/// <param name="UnexplainedYen">What no announced adjustment explains; null: not compared.</param>
public sealed record StatementLine(int Line, string PatientName, string ServiceMonth, ClaimRef? Claim, long? ClaimedYen, long? DecidedYen, long? PaidYen, long? AdjustmentYen,
    long? DifferenceYen, long? UnexplainedYen, IReadOnlyList<AdjustmentReason> Reasons);

/// <param name="Kind">A kind of <see cref="ReturnFileRow"/>, or <c>none</c>: nothing that is to be read.</param>
/// <param name="Payer">審査支払機関, 1 or 2; of a return file the file itself says it.</param>
public sealed record ReturnFileNaming(string Kind, string? Payer);

/// <summary>One file that came up, as far as it is understood.</summary>
/// <param name="MayBeNamed">True while a person may say what it is.</param>
/// <param name="Statement">The lines of a list of amounts whose headings are known; null for any other file.</param>
/// <param name="Text">The first lines as they stand, where there is no statement to show; empty for bytes that are no text.</param>
public sealed record ReturnFileDetail(ReturnFileRow File, bool MayBeNamed, IReadOnlyList<StatementLine>? Statement, IReadOnlyList<string> Text);
