using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Claims;

/// <summary>One making of a month's claim files.</summary>
/// <param name="PatientRows">Blob with a <see cref="BuiltPatientRow"/> for each patient; null until it ended.</param>
/// <param name="FindingRows">Blob with a <see cref="MonthFindingRow"/> for each finding.</param>
/// <param name="InvoiceRows">Blob with a <see cref="PatientInvoices"/> for each patient with a claim.</param>
internal sealed record ClaimBuild(string Month, long Revision, DateTimeOffset StartedAt, string Actor, ClaimBuildState State, int Claims, int KeptBack, long TotalYen, long PatientYen,
    int Findings, string? PatientRows, string? FindingRows, string? InvoiceRows, IReadOnlyList<BuiltFileRow> Files) {
    public static readonly DocumentIndex<ClaimBuild> ByMonth = new("month", b => $"{b.Month}|{SortKeys.Of(b.StartedAt)}");
    public static readonly DocumentKind<ClaimBuild> Kind = new("claim-build", ByMonth);

    public const string MedicalOnly = "medical", CareOnly = "care";

    /// <summary>The one insurance whose files were asked for; null: both.</summary>
    public string? Only { get; init; }

    /// <summary>The builds of a month, newest first, one page of them.</summary>
    public static IndexQuery<ClaimBuild> NewestOf(string month) => new(Kind, ByMonth, IndexRange.Between($"{month}|", $"{month}|\U0010FFFF"), QueryOrder.Descending, Paging.Size);

    public static string RowsFolder(string buildId) => $"claim-builds/{buildId}/";

    /// <summary>Blob with a <see cref="ClaimReasons"/> for each claim of a file that was made here.</summary>
    public static string ReasonsBlob(string fileId) => $"claim-files/{fileId}/reasons";

    public ClaimBuildDetail Detail(string buildId) => new(buildId, Month, Revision, StartedAt, State, Claims, KeptBack, TotalYen, PatientYen, Findings, Files);
}

internal sealed record ClaimReasons(IReadOnlyList<ReasonRow> Lines);

internal sealed record PatientInvoices(string Patient, IReadOnlyList<InvoiceDetail> Invoices);

/// <summary>Somebody wants the claim files of a month.</summary>
internal sealed record ClaimsWanted(string BuildId);
