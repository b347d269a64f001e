using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Application.Claims;

/// <summary>
/// One uploaded claim file on its way. The bytes lie in a blob and never change; this says how far they came, with the evidence for each step.
/// </summary>
/// <param name="CheckedBytes">How far a running check has read.</param>
/// <param name="Check">Null until the check ended.</param>
/// <param name="Seal">Null until sealed; after a refused placement the last one counts.</param>
internal sealed record ClaimFile(string Name, DateTimeOffset ReceivedAt, long Size, string Sha256, ClaimFileState State, long CheckedBytes,
    CheckSummary? Check, SealedFile? Seal, IReadOnlyList<ChainLink> Chain) {
    public static readonly DocumentIndex<ClaimFile> ByReceipt = new("received", f => SortKeys.Of(f.ReceivedAt));

    /// <summary>Files that are not at an end, for counting.</summary>
    public static readonly DocumentIndex<ClaimFile> ByOpen = new("open", f => f.State is ClaimFileState.Confirmed or ClaimFileState.Unreadable ? null : "open");

    /// <summary>Files that stand on the terminal, by what an answer of the payer names.</summary>
    public static readonly DocumentIndex<ClaimFile> ByAnswer = new("answer", f => f.State is ClaimFileState.Placed or ClaimFileState.SeenUnchanged
        or ClaimFileState.Answered && f.Check is { StationCode: { } station, Payer: { } payer, ClaimMonth: { } month } ? AnswerKey(station, payer, month) : null);

    /// <summary>Files that were sealed, by station and payer: what can come back is in one of them.</summary>
    public static readonly DocumentIndex<ClaimFile> BySender = new("sender",
        f => f is { Seal: not null, Check: { StationCode: { } station, Payer: { } payer } } ? SenderKey(station, payer) : null);

    /// <summary>Care files (介護) that were handed over, by 処理対象年月.</summary>
    public static readonly DocumentIndex<ClaimFile> ByCare = new("care",
        f => f is { Seal: not null, State: not ClaimFileState.PlaceRefused, Check: { Payer: CarePayer, ClaimMonth: { } month } } ? month : null);

    public static readonly DocumentKind<ClaimFile> Kind = new("claim-file", ByReceipt, ByOpen, ByAnswer, BySender, ByCare);

    /// <summary><see cref="CheckSummary.Payer"/> of a file for 国保連合会 (介護): another system than that of the medical claims, with other answers.</summary>
    public const string CarePayer = "care";

    public bool IsCare => Check?.Payer == CarePayer;

    /// <summary>Set on a care file that was made here: the month of its records, YYYYMM.</summary>
    public string? CareRecords { get; init; }

    /// <summary>Null for a file that came from elsewhere.</summary>
    public OwnRecords? Own { get; init; }

    /// <summary>Id of the checked file that this re-claim file was made of and stands for; null for others.</summary>
    public string? MadeOf { get; init; }

    /// <summary>When its contents were removed because their time was over; the chain stays. Null while they are there.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>The file without its contents and what was read of them: the chain says what was sent, and that it is no longer here.</summary>
    public ClaimFile Retired(DateTimeOffset now) => this with { RetiredAt = now, Check = null, Seal = null, Own = null, Name = "", Chain = [.. Chain, Evidence.Retired(Sha256, now)] };

    public static string SenderKey(string stationCode, string payer) => $"{stationCode}|{payer}";

    public static string AnswerKey(string stationCode, string payer, string claimMonth) => $"{stationCode}|{payer}|{claimMonth}";

    public static string OriginalBlob(string fileId) => $"claim-files/{fileId}/original";

    public static string RowsFolder(string fileId) => $"claim-files/{fileId}/rows/";
}

/// <param name="ClaimRows">Blob with a <see cref="ClaimLine"/> for each claim; replaced as a whole when answers arrive.</param>
/// <param name="FindingRows">Blob with a <see cref="FindingRow"/> for each finding, in file order.</param>
/// <param name="ClaimMonth">請求年月, YYYYMM.</param>
/// <param name="Payer">1 支払基金, 2 国保連, <see cref="ClaimFile.CarePayer"/> 国保連 (介護).</param>
internal sealed record CheckSummary(string ClaimRows, string FindingRows, bool Readable, int Claims, long? TotalYen, string? ClaimMonth, string? Payer,
    string? StationCode, int Errors, int Hints, int NotChecked) {
    /// <summary>Of the rule pack (<see cref="Domain.Checks.RuleCatalog.Version"/>).</summary>
    public string? RulesVersion { get; init; }

    /// <summary>Blob with a <see cref="Contracts.RuleCoverageRow"/> for each rule.</summary>
    public string? CoverageRows { get; init; }

    /// <summary>診療年月 or サービス提供年月 of its claims, YYYYMM; null for a medical file with too many, or that was checked before 2026-12.</summary>
    public IReadOnlyList<string>? ServiceMonths { get; init; }

    /// <summary>False when certainly no claim is of one of these months.</summary>
    public bool MayHold(IReadOnlyList<string>? months) => months is null || ServiceMonths is null || ServiceMonths.Intersect(months).Any();

    /// <summary>Findings that a person took on herself.</summary>
    public int Overridden { get; init; }

    /// <summary>What オンライン資格確認 had told of the cards then; null for a file from elsewhere.</summary>
    public string? CardsTold { get; init; }
}

/// <param name="AnswersFrom">When the payer made the list that the claims show now; null before one was imported.</param>
/// <param name="ReportsFollowed">How many of the job's events are in the chain.</param>
internal sealed record SealedFile(string JobId, string Folder, string FileName, DateTimeOffset? AnswersFrom, int ReportsFollowed = 0);

/// <summary>One claim of a file: where it stands in the bytes, where its findings stand in their blob, and what the payer said.</summary>
internal sealed record ClaimLine(int Number, int FirstLine, long Offset, int Length, string PatientName, string ServiceMonth, string ClaimType, long? TotalYen,
    int Errors, int FirstFinding, int Findings, string? PayerAnswer, string? PayerMessage) {
    /// <summary>請求確定: true claimed, false left out; null before the list was imported.</summary>
    public bool? Claimed { get; init; }

    /// <summary>What a claim of a care file states; null in others.</summary>
    public SentCareClaim? Care { get; init; }

    /// <summary>訪問看護記録番号等; empty without one.</summary>
    public string ChartNumber { get; init; } = "";

    public ClaimRow Row => new(Number, PatientName, ServiceMonth, ClaimType, TotalYen, Errors, PayerAnswer, PayerMessage) { Claimed = Claimed };
}
