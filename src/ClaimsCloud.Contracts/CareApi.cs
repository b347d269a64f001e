namespace ClaimsCloud.Contracts;

// Care-insurance claims (介護): what was handed over in a month and what became of it, plan against actual, settings. Amounts are whole yen, months YYYYMM.

public static class CareRoutes {
    /// <summary>GET: a <see cref="CareAccountDetail"/> of what was sent in a claim month (処理対象年月).</summary>
    public const string Account = "care/accounts/{claimMonth}";
    /// <summary>GET: a <see cref="CarePlanDetail"/> of a service month's records as they are now.</summary>
    public const string Plans = "months/{month}/care-plans";
    /// <summary>GET: a <see cref="CareSetupDetail"/>. POST a <see cref="CareChoice"/>: changes one; the answer is a <see cref="CareSetupDetail"/>.</summary>
    public const string Setup = "care/setup";
    /// <summary>POST the bytes of a service-code table (CSV): a <see cref="CareCodesAnswer"/>. A table is taken whole or not at all.</summary>
    public const string Codes = "care/codes";
}

/// <param name="ClaimedYen">Always the sum of the others.</param>
/// <param name="AdjustedYen">Claimed and not paid after 査定 or 再審査; negative when more was paid.</param>
public sealed record CareSumsRow(int Claims, long ClaimedYen, long PaidYen, long ReturnedYen, long HeldYen, long AdjustedYen, long WithdrawnYen, long OpenYen);

/// <param name="Code">As the payer gave it, half-width; 保留 for a held claim.</param>
/// <param name="Text">The payer's own words.</param>
/// <param name="Known">False when the code is not in our table.</param>
/// <param name="Owner">Who can settle it, in Japanese.</param>
public sealed record CareReasonRow(string Code, string Text, bool Known, string Title, string Fix, string Owner);

/// <param name="State"><c>open</c>, <c>returned</c>, <c>held</c>, <c>paid</c> or <c>withdrawn</c>.</param>
/// <param name="SentAgain">A later claim stands in its place.</param>
/// <param name="ReviewMonth">Of what decided last; empty while nothing did.</param>
public sealed record CareItemRow(string FileId, int Number, string PatientName, string ServiceMonth, string Form, string State, bool SentAgain, long ClaimedYen, long PaidYen, long AdjustedYen, string ReviewMonth,
    IReadOnlyList<CareReasonRow> Reasons);

/// <summary>Where our claims and the payer's lists do not agree.</summary>
/// <param name="Yen">Not explained; 0 where no amount is meant.</param>
public sealed record CareDifferenceRow(string Code, long Yen, string Message, string Fix);

/// <param name="Closes">Clock time of the last day, HH:MM; null where no source says it.</param>
/// <param name="Sure">False when the prefecture's own times are not known.</param>
public sealed record CareWindowRow(int FirstDay, int LastDay, string? Closes, string? CancelUntil, string Results, bool Sure);

/// <summary>Amounts as 国保連合会 adds them up; null where no file said it.</summary>
public sealed record CarePaymentRow(long? DecidedYen, long? CorrectionYen, long? PayableYen, long? BenefitYen, long? TransferYen, DateOnly? TransferredOn);

/// <param name="Items">Every claim of the month's files.</param>
public sealed record CareAccountDetail(string ClaimMonth, CareSumsRow Sums, IReadOnlyList<CareItemRow> Items, IReadOnlyList<CareDifferenceRow> Differences, CareWindowRow Window, CarePaymentRow Payment);

/// <param name="Item">サービス種類 and 項目コード.</param>
public sealed record CarePlanLineRow(string Item, string Name, int PlannedCount, int ActualCount, long PlannedUnits, long ActualUnits);

/// <param name="OverUnits">Over the plan: the patient pays all of it.</param>
/// <param name="Lines">Where plan and actual service differ.</param>
public sealed record CarePlanRow(string Patient, string Name, string Form, long PlanUnits, long ActualUnits, long OverUnits, long OverYen, IReadOnlyList<CarePlanLineRow> Lines);

/// <summary>Who pays for a visit, and why.</summary>
/// <param name="Recorded">medical, care or private: what the visit says.</param>
/// <param name="Decided">medical or care.</param>
/// <param name="Sure">False where the records do not hold what decides.</param>
public sealed record CarePayerRow(string Patient, string Name, string Visit, DateOnly Date, string Recorded, string Decided, string Reason, bool Sure);

/// <param name="Payers">Visits whose payer is not as decided, or not sure.</param>
/// <param name="Findings">About care claims alone.</param>
public sealed record CarePlanDetail(string Month, IReadOnlyList<CarePlanRow> Patients, IReadOnlyList<CarePayerRow> Payers, IReadOnlyList<MonthFindingRow> Findings);

/// <param name="Name">As <c>claims kaigo build --set</c> calls it: <c>start-day</c>.</param>
/// <param name="Doubt">What is not verified, Japanese.</param>
public sealed record CareSettingRow(string Name, string Doubt, string Value, IReadOnlyList<FieldOption> Options);
public sealed record CareChoice(string Name, string Value);

/// <param name="Codes">Rows of the imported service-code table; 0 before one was imported.</param>
public sealed record CareSetupDetail(IReadOnlyList<CareSettingRow> Settings, int Codes, DateTimeOffset? CodesImportedAt);
public sealed record CareCodesAnswer(bool Taken, int Codes, IReadOnlyList<FindingRow> Findings);
