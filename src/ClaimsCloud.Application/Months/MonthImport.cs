using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Months;

/// <summary>One uploaded bundle on its way into a month.</summary>
/// <param name="RowRows">Blob with an <see cref="ImportRow"/> for each row; null until it was read. From then on a repeated delivery goes on where the first one stopped.</param>
/// <param name="FindingRows">Blob with a <see cref="MonthFindingRow"/> for each finding.</param>
internal sealed record MonthImport(string Month, string Name, DateTimeOffset ReceivedAt, string Actor, long Size, string Sha256, ImportState State, int Step, int Steps,
    ImportCounts Counts, string? RowRows, string? FindingRows) {
    public static readonly DocumentKind<MonthImport> Kind = new("care-import");

    public static string FileBlob(string importId) => $"care-imports/{importId}/file";

    public static string RowsFolder(string importId) => $"care-imports/{importId}/rows/";

    public ImportDetail Detail(string importId) => new(importId, Month, Name, ReceivedAt, Size, Sha256, State, Step, Steps,
        Counts.Added, Counts.Changed, Counts.Unchanged, Counts.Removed, Counts.Kept, Counts.RefusedPatients, Counts.Findings);
}

internal sealed record ImportCounts(int Added, int Changed, int Unchanged, int Removed, int Kept, int RefusedPatients, int Findings) {
    public static readonly ImportCounts None = new(0, 0, 0, 0, 0, 0, 0);
}

/// <summary>A bundle was stored and waits to be read.</summary>
internal sealed record BundleUploaded(string ImportId);
