using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// Claim files made from a month's records, why their lines are there, and what the patients pay.

public static class ClaimBuildRoutes {
    /// <summary>POST without a body, with <c>?only=</c> (<c>medical</c> or <c>care</c>; none: both): makes the month's claim files, a <see cref="ClaimBuildDetail"/> (202). GET: an array of them, newest first.</summary>
    public const string Builds = "months/{month}/builds";
    /// <summary>GET: a <see cref="ClaimBuildDetail"/>.</summary>
    public const string Build = "months/{month}/builds/{buildId}";
    /// <summary>GET with <c>?search=&amp;page=</c>: a <see cref="Page{T}"/> of <see cref="BuiltPatientRow"/>.</summary>
    public const string Patients = "months/{month}/builds/{buildId}/patients";
    /// <summary>GET with <c>?search=&amp;page=</c>: a <see cref="Page{T}"/> of <see cref="MonthFindingRow"/>.</summary>
    public const string Findings = "months/{month}/builds/{buildId}/findings";
    /// <summary>GET with <c>?patient=</c>: an array of <see cref="InvoiceDetail"/>, one a claim.</summary>
    public const string Invoices = "months/{month}/builds/{buildId}/invoices";
    /// <summary>GET: an array of <see cref="ReasonRow"/>, one a fee line; empty for a file that was not made here.</summary>
    public const string Reasons = "claim-files/{fileId}/claims/{number}/reasons";
}

[JsonConverter(typeof(JsonStringEnumConverter<ClaimBuildState>))]
public enum ClaimBuildState {
    Running,
    Done,
    /// <summary>Nothing was made: the station's own data, or the fee tables, do not allow it.</summary>
    Refused,
}

/// <param name="Revision">Of the month as it was built.</param>
/// <param name="KeptBack">Patients whose claims are in no file.</param>
/// <param name="PatientYen">What all patients pay together.</param>
public sealed record ClaimBuildDetail(string BuildId, string Month, long Revision, DateTimeOffset StartedAt, ClaimBuildState State, int Claims, int KeptBack, long TotalYen, long PatientYen,
    int Findings, IReadOnlyList<BuiltFileRow> Files);

/// <param name="Payer">1 支払基金, 2 国保連, <c>care</c> 国保連 (介護).</param>
public sealed record BuiltFileRow(string FileId, string Payer, int Claims);

/// <param name="Fate"><c>built</c>, <c>nothing-to-bill</c> or <c>kept-back</c>.</param>
public sealed record BuiltPatientRow(string Patient, string Name, string Fate, int Claims, long TotalYen, long PatientYen, int Findings) {
    /// <summary>The same of care claims: <c>built</c>, <c>nothing-to-bill</c> (also: sent already) or <c>kept-back</c>; null without care insurance.</summary>
    public string? Care { get; init; }
}

/// <param name="PayableYen">Of medical claims to ten yen, five and more rounded up; of care claims to the yen.</param>
/// <param name="LimitReached">高額療養費: the share is the monthly limit.</param>
public sealed record InvoiceDetail(string Month, string StationName, string StationAddress, string StationPhone, string PatientName, string Payer, IReadOnlyList<InvoiceLine> Lines,
    long TotalYen, long ExactYen, long PayableYen, bool LimitReached) {
    /// <summary>How the amount of a care claim comes about; null for a medical one.</summary>
    public CareInvoice? Care { get; init; }
}

/// <param name="UnitPrice100">Price of a unit times 100.</param>
/// <param name="OwnYen">公費分本人負担.</param>
/// <param name="OverPlanYen">What is over the plan: the patient pays all of it.</param>
public sealed record CareInvoice(long Units, int UnitPrice100, long InsuranceYen, long PublicYen, long UserYen, long OwnYen, long OverPlanYen);

/// <summary>Fees of one name and price.</summary>
public sealed record InvoiceLine(string Name, int UnitYen, int Count, long Yen) {
    /// <summary>Of a care claim, whose lines have no yen; null else.</summary>
    public long? Units { get; init; }
}

/// <summary>Why a fee line is there.</summary>
/// <param name="Rule">Id of the calculation rule.</param>
/// <param name="Rows">Keys of the records that it rests on.</param>
public sealed record ReasonRow(DateOnly Date, string Code, string Name, int Yen, string Why, string Rule, string Source, IReadOnlyList<string> Rows);
