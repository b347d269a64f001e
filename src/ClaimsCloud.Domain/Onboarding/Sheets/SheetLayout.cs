namespace ClaimsCloud.Domain.Onboarding.Sheets;

/// <param name="Field">What of the case it shows.</param>
/// <param name="Editable">The partner writes it.</param>
public sealed record SheetColumn(string Title, string Field, bool Editable) {
    /// <summary>Fields that end with "On" hold a day.</summary>
    public bool IsDate => Field.EndsWith("On", StringComparison.Ordinal);
}

/// <summary>A partner's own sheet. Its first column is always the case's number, its first line says whose sheet it is, which version, and which export.</summary>
public sealed record SheetLayout(string Partner, int Version, IReadOnlyList<SheetColumn> Columns) {
    public const string KeyTitle = "管理番号（変えないでください）";
    private const string Mark = "ClaimsCloud";

    /// <summary>Line 1 of the sheet.</summary>
    public IReadOnlyList<string> Head(string exportId) => [Mark, Partner, $"版{Version}", exportId];

    /// <summary>Line 2.</summary>
    public IReadOnlyList<string> Titles => [KeyTitle, .. Columns.Select(c => c.Title)];

    /// <summary>Partner, version and export of a sheet; null when the line is not ours.</summary>
    public static (string Partner, string Version, string ExportId)? ReadHead(IReadOnlyList<string> line) =>
        line is [Mark, var partner, var version, var export, ..] ? (partner, version, export) : null;
}

/// <summary>A case as it was exported: its number and a value a column.</summary>
public sealed record ExportedRow(string Key, IReadOnlyList<string> Cells);
