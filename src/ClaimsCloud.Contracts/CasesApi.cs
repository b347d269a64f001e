namespace ClaimsCloud.Contracts;

// From a station's application to its subsidy. All of it is the vendor's own plane: no patient data. Amounts are whole yen, dates are of Japan.

public static class CaseRoutes {
    /// <summary>POST a <see cref="SaveApplication"/>, from anybody: begins a draft, changes one, or hands it in. The answer is an <see cref="ApplicationDetail"/>.</summary>
    public const string Applications = "applications";
    /// <summary>POST an <see cref="ApplicationKey"/>, which is the credential: the <see cref="ApplicationDetail"/> as it is now. An empty key gives the empty form.</summary>
    public const string ReadApplication = "applications/read";
    /// <summary>POST an <see cref="InvitationAnswer"/>: the first person of a new station sets her password, once. The answer is an <see cref="InvitationAccepted"/>.</summary>
    public const string FirstPassword = "first-passwords";
    /// <summary>GET with <c>?search=&amp;step=&amp;holder=&amp;page=</c>: a <see cref="CaseBoard"/>.</summary>
    public const string Cases = "cases";
    /// <summary>GET: a <see cref="CaseDetail"/>. So is the answer of every POST below it that names no other.</summary>
    public const string Case = "cases/{caseId}";
    /// <summary>POST a <see cref="CaseMove"/>.</summary>
    public const string Moves = "cases/{caseId}/moves";
    /// <summary>POST an <see cref="ItemChange"/>.</summary>
    public const string Items = "cases/{caseId}/items";
    /// <summary>POST an <see cref="AnswersChange"/>.</summary>
    public const string Answers = "cases/{caseId}/answers";
    /// <summary>POST a <see cref="PartnerPick"/>.</summary>
    public const string Partner = "cases/{caseId}/partner";
    /// <summary>POST a <see cref="BlockerChange"/>.</summary>
    public const string Blockers = "cases/{caseId}/blockers";
    /// <summary>POST a <see cref="DuplicateDecision"/>.</summary>
    public const string Duplicates = "cases/{caseId}/duplicates";
    /// <summary>POST a <see cref="QuoteWish"/>: a new quote from the price list of today.</summary>
    public const string Quotes = "cases/{caseId}/quotes";
    /// <summary>POST an <see cref="OrderRecord"/>.</summary>
    public const string Orders = "cases/{caseId}/orders";
    /// <summary>POST an <see cref="OrderCancellation"/>: nothing is ordered any more, and the case is back at the choice of the partner.</summary>
    public const string OrderCancellation = "cases/{caseId}/order-cancellation";
    /// <summary>POST an <see cref="InvoiceRecord"/>.</summary>
    public const string Invoices = "cases/{caseId}/invoices";
    /// <summary>POST an <see cref="SubsidyApplied"/>.</summary>
    public const string Subsidy = "cases/{caseId}/subsidy";
    /// <summary>POST a <see cref="HandOverWish"/>: makes the tenant with its first person. The answer is a <see cref="HandOverAnswer"/>.</summary>
    public const string HandOver = "cases/{caseId}/hand-over";
    /// <summary>POST the bytes of a paper with <c>?name=&amp;item=&amp;paper=&amp;supplier=&amp;yen=</c>.</summary>
    public const string Papers = "cases/{caseId}/papers";
    /// <summary>GET: the bytes of one. POST a <see cref="PaperChange"/>.</summary>
    public const string Paper = "cases/{caseId}/papers/{paperId}";
    /// <summary>GET: the subsidy packet as one ZIP; refused while it is not complete.</summary>
    public const string Packet = "cases/{caseId}/packet";
    /// <summary>GET with <c>?after=</c>: what happened, newest first, a <see cref="Page{T}"/> of <see cref="CaseEventRow"/>.</summary>
    public const string History = "cases/{caseId}/history";
    /// <summary>POST a <see cref="BulkAction"/>: a <see cref="BulkAnswer"/>.</summary>
    public const string Bulk = "case-actions";
    /// <summary>GET with <c>?form=csv|xlsx</c>: the partner's sheet of its open cases. POST the bytes of one that came back with <c>?name=</c>: a <see cref="SheetImportDetail"/>, nothing is taken yet.</summary>
    public const string Sheet = "case-sheets/{partner}";
    /// <summary>GET: the partners with how many open cases each has, an array of <see cref="SheetPartnerRow"/>.</summary>
    public const string Sheets = "case-sheets";
    /// <summary>GET: a <see cref="SheetImportDetail"/>. POST without a body: takes the changes.</summary>
    public const string SheetImport = "case-sheet-imports/{importId}";
    /// <summary>GET: the <see cref="BookDetail"/> that is valid today. POST a <see cref="SaveBookRow"/>: a <see cref="BookSaved"/>.</summary>
    public const string Book = "case-book";
    /// <summary>GET, station: a <see cref="ChecklistDetail"/> of its own case.</summary>
    public const string Checklist = "checklist";
    /// <summary>POST a <see cref="ItemReport"/>, station; the answer is a <see cref="ChecklistDetail"/>.</summary>
    public const string ChecklistItems = "checklist/items";
    /// <summary>POST the bytes of a paper with <c>?name=&amp;item=&amp;paper=&amp;supplier=</c>, station; the answer is a <see cref="ChecklistDetail"/>.</summary>
    public const string ChecklistPapers = "checklist/papers";
}

/// <param name="Key">Null begins a new one.</param>
/// <param name="Answers">By name of the field.</param>
/// <param name="HandIn">False only keeps the draft.</param>
public sealed record SaveApplication(string? Key, IReadOnlyDictionary<string, string> Answers, bool HandIn);
public sealed record ApplicationKey(string Key);

public sealed record FieldProblem(string? Field, string Message);

/// <param name="Key">Cannot be guessed; whoever has it may go on with the draft.</param>
/// <param name="State"><c>draft</c>, <c>handedIn</c>, or <c>duplicate</c> when the station code is in another open case already.</param>
/// <param name="Problems">Why it was not handed in; empty after that.</param>
/// <param name="CaseId">Of the case; null in a draft.</param>
/// <param name="Step">Where the case is, in Japanese, with what the station does there.</param>
public sealed record ApplicationDetail(string Key, string State, IReadOnlyList<FormPartRow> Parts, IReadOnlyList<FieldProblem> Problems, string? CaseId, CaseStepRow? Step, AdviceDetail Advice, CostRow? Cost, DateTimeOffset? KeptUntil);
public sealed record FormPartRow(string Title, IReadOnlyList<RowField> Fields);

public sealed record InvitationAnswer(string Key, string Password);
public sealed record InvitationAccepted(string LoginName);

public sealed record CaseBoard(Page<CaseRow> Cases, IReadOnlyList<CaseStepCount> Steps, IReadOnlyList<FieldOption> Holders);
public sealed record CaseStepCount(string Step, string Name, int Cases, int Late);

/// <param name="Holder">Who holds the ball, in Japanese.</param>
/// <param name="DaysInStep">Whole days in Japan.</param>
/// <param name="NextCall">Begin of the next time that the station can be phoned; null when it never can.</param>
/// <param name="Blockers">Open ones.</param>
public sealed record CaseRow(string CaseId, string StationName, string StationCode, string Prefecture, string Step, string StepName, string Holder, int DaysInStep, DateOnly? DueOn, bool Late,
    DateTimeOffset? NextCall, string? PartnerName, IReadOnlyList<string> Blockers);

/// <param name="State"><c>done</c>, <c>now</c> or <c>ahead</c>.</param>
public sealed record CaseStepRow(string Step, string Name, string State, string Holder, DateTimeOffset? Since, DateOnly? DueOn, string Instruction);

/// <param name="State"><c>open</c>, <c>doing</c>, <c>waiting</c>, <c>done</c> or <c>notNeeded</c>.</param>
/// <param name="WaitsFor">Who holds a waiting one.</param>
public sealed record CaseItemRow(string Item, string Name, string Owner, string OwnerName, string Step, string State, string? WaitsFor, DateOnly? DueOn, string? Note, string Instruction, IReadOnlyList<PaperRow> Papers);

/// <param name="Paper">Key of a paper that a subsidy asks for; null for evidence of an item.</param>
/// <param name="By">Who brought it, in Japanese.</param>
public sealed record PaperRow(string PaperId, string Name, long Size, string? Item, string? Paper, string? Supplier, long? Yen, string By, DateTimeOffset At);

public sealed record BlockerRow(string BlockerId, string Text, string Holder, DateTimeOffset Since);

public sealed record AdviceDetail(IReadOnlyList<CandidateRow> Candidates, IReadOnlyList<ExclusionRow> Excluded, IReadOnlyList<QuestionRow> Questions);
public sealed record CandidateRow(string Partner, string Name, string Connection, string ConnectionName, IReadOnlyList<string> Reasons, bool AreaStated);
public sealed record ExclusionRow(string Name, string Reason);
public sealed record QuestionRow(string Code, string Field, string Message, string Fix);

/// <summary>Low and high end of an estimate; equal when the amount is known.</summary>
public sealed record RangeRow(long Low, long High);

/// <param name="UnstatedTaxYen">What tax may add at most where a price does not say whether it is in.</param>
public sealed record CostRow(string Programme, long CapYen, RangeRow Total, RangeRow Subsidised, RangeRow Subsidy, RangeRow Own, long UnstatedTaxYen, RangeRow Monthly);

/// <param name="Tax"><c>included</c>, <c>excluded</c> or <c>unstated</c>.</param>
public sealed record PriceRow(string Key, string Name, string Supplier, string SupplierName, long LowYen, long HighYen, string Tax, bool Subsidised, string Charge);

/// <param name="BookVersion">The price list it was made from; it stays with the quote.</param>
public sealed record QuoteRow(string Number, int BookVersion, DateOnly MadeOn, IReadOnlyList<PriceRow> Lines, CostRow Cost, bool IsOfToday);

public sealed record BillLineRow(string Key, string Name, long Yen, bool Subsidised);
public sealed record OrderRow(string Supplier, string SupplierName, DateOnly OrderedOn, IReadOnlyList<BillLineRow> Lines);
public sealed record InvoiceRow(string Supplier, string SupplierName, string Number, DateOnly IssuedOn, DateOnly? PaidOn, IReadOnlyList<BillLineRow> Lines);

/// <param name="Verdict"><c>fail</c> or <c>not-checked</c>.</param>
public sealed record PacketFindingRow(string Code, string Verdict, string Message, string Fix);
public sealed record RequiredPaperRow(string Paper, string Name, bool PerSupplier);

/// <param name="ApplyBy">Null: no deadline is registered.</param>
public sealed record PacketDetail(string Programme, long CapYen, DateOnly? ApplyBy, DateOnly? AppliedOn, long TotalYen, long SubsidisedYen, long SubsidyYen, long OwnYen, long OverCapYen, bool Complete,
    IReadOnlyList<PacketFindingRow> Findings, IReadOnlyList<RequiredPaperRow> Papers);

public sealed record DuplicateRow(string ApplicationId, DateTimeOffset At, IReadOnlyList<AnswerDifference> Differences);
public sealed record AnswerDifference(string Field, string Label, string Was, string Came);

/// <param name="State"><c>none</c>, <c>invited</c> or <c>opened</c>.</param>
public sealed record HandOverRow(string State, string? LoginName, DateTimeOffset? At);

/// <param name="Revision">Of the case as the person saw it: a change of an older one is refused.</param>
/// <param name="Todo">What is missing before the next step, in Japanese.</param>
/// <param name="Similar">Other open cases or stations that may be the same, in Japanese.</param>
/// <param name="PartnerFields">What the partner wrote into its sheet, by heading.</param>
public sealed record CaseDetail(long Revision, CaseRow Row, IReadOnlyList<CaseStepRow> Steps, IReadOnlyList<CaseItemRow> Items, IReadOnlyList<string> Todo, IReadOnlyList<BlockerRow> Blockers, IReadOnlyList<string> Similar,
    IReadOnlyList<DuplicateRow> Duplicates, IReadOnlyList<FormPartRow> Answers, AdviceDetail Advice, CandidateRow? Partner, IReadOnlyList<PriceRow> OptionalPrices, IReadOnlyList<QuoteRow> Quotes, IReadOnlyList<OrderRow> Orders,
    IReadOnlyList<InvoiceRow> Invoices, IReadOnlyList<PaperRow> Papers, PacketDetail Packet, HandOverRow HandOver, IReadOnlyList<FieldOption> PartnerFields, ScheduleDetail Schedule);

/// <param name="Phases">When things happen for all stations.</param>
/// <param name="Dates">Of this station, by what they are (value) and the day (label, yyyy-MM-dd).</param>
public sealed record ScheduleDetail(IReadOnlyList<PhaseRow> Phases, IReadOnlyList<FieldOption> Dates);
public sealed record PhaseRow(string Name, DateOnly From, DateOnly To);

/// <param name="To">A step's key, <c>finished</c> or <c>withdrawn</c>.</param>
/// <param name="Reason">Needed for every move but the next step.</param>
/// <param name="OperatesFrom">With the move out of the installation: the first day of operation; today when it is left out.</param>
public sealed record CaseMove(long Revision, string To, string? Reason, DateOnly? OperatesFrom = null);
public sealed record ItemChange(long Revision, string Item, string State, string? WaitsFor, DateOnly? DueOn, string? Note);
public sealed record AnswersChange(long Revision, IReadOnlyDictionary<string, string> Answers);
public sealed record PartnerPick(long Revision, string Partner, string Connection);

/// <param name="BlockerId">Null: a new one; else that one is settled, with the text as how.</param>
public sealed record BlockerChange(long Revision, string? BlockerId, string Text, string? Holder);

/// <param name="Take">True: its answers take the place of those of the case; false: it is set aside.</param>
public sealed record DuplicateDecision(long Revision, string ApplicationId, bool Take, string Reason);
public sealed record QuoteWish(long Revision, IReadOnlyList<string> Optional);

/// <param name="Yen">By key of the quote's lines, tax included; a line without an amount was not ordered.</param>
public sealed record OrderRecord(long Revision, DateOnly OrderedOn, IReadOnlyDictionary<string, long> Yen);

/// <param name="Number">The supplier's; the same number again replaces what was recorded.</param>
public sealed record InvoiceRecord(long Revision, string Supplier, string Number, DateOnly IssuedOn, DateOnly? PaidOn, IReadOnlyDictionary<string, long> Yen);
public sealed record OrderCancellation(long Revision, string Reason);

/// <summary>Either the amount that stands on a paper, tax included, or why it is not used after all.</summary>
public sealed record PaperChange(long Revision, long? Yen, string? WithdrawnBecause);
public sealed record SubsidyApplied(long Revision, DateOnly AppliedOn);
public sealed record HandOverWish(long Revision, string LoginName);

/// <param name="InvitationKey">Shown this once: opens the page on which the first person sets her password.</param>
public sealed record HandOverAnswer(string LoginName, string InvitationKey, DateTimeOffset Until);

/// <param name="By">In Japanese.</param>
public sealed record CaseEventRow(string EventId, DateTimeOffset At, string By, string What, string? Detail);

/// <param name="Kind"><c>remind</c> (a reminder was sent), <c>due</c> (the item's due date) or <c>note</c>.</param>
public sealed record BulkAction(IReadOnlyList<string> CaseIds, string Kind, string? Item, DateOnly? DueOn, string? Text);
public sealed record BulkAnswer(int Done, IReadOnlyList<string> NotDone);

public sealed record SheetPartnerRow(string Partner, string Name, int Version, int Cases, DateTimeOffset? ExportedAt);
public sealed record CellChangeRow(string CaseId, string StationName, string Title, string Was, string Came, string? Now);

/// <param name="State"><c>refused</c>, <c>asked</c> or <c>taken</c>.</param>
public sealed record SheetImportDetail(string ImportId, string Partner, string PartnerName, string FileName, DateTimeOffset At, string State, IReadOnlyList<CellChangeRow> Changes, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes, int Taken);

public sealed record BookTableRow(string Table, string Title, bool Fixed, IReadOnlyList<string> Titles, IReadOnlyList<BookRow> Rows, IReadOnlyList<RowField> Empty);
/// <param name="Shown">A text a column, for reading.</param>
public sealed record BookRow(string Key, IReadOnlyList<string> Shown, IReadOnlyList<RowField> Fields);
public sealed record BookDetail(int Version, DateOnly ValidFrom, DateOnly Today, IReadOnlyList<BookTableRow> Tables);

/// <param name="Cells">Null takes the row away.</param>
/// <param name="Version">Of the book as the person saw it.</param>
public sealed record SaveBookRow(string Table, string Key, IReadOnlyDictionary<string, string>? Cells, DateOnly ValidFrom, int Version);
public sealed record BookSaved(int? Version, IReadOnlyList<FieldProblem> Problems);

public sealed record ChecklistDetail(string CaseId, string StationName, IReadOnlyList<CaseStepRow> Steps, IReadOnlyList<CaseItemRow> Items, IReadOnlyList<RequiredPaperRow> PapersWanted, IReadOnlyList<PaperRow> Papers, CostRow? Cost,
    string? PartnerName, IReadOnlyList<BlockerRow> Blockers, IReadOnlyList<FieldOption> Suppliers, ScheduleDetail Schedule);

/// <param name="Done">False: a question or a note.</param>
public sealed record ItemReport(string Item, bool Done, string? Note);
