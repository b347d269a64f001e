namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>
/// Reads a month bundle: JSON, or a ZIP with one CSV file a table; the first bytes tell which. Wrong data never throws. Nothing is taken by halves: a patient is
/// in the result with every row or with none, and a broken file gives no bundle at all.
/// </summary>
public static class BundleReader {
    /// <summary>Most bytes of a file, and of all files in a ZIP together: some ten times what the largest station writes in a month.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>Most rows of all tables together: many small rows must not fill the memory.</summary>
    public const int MaxRows = 300_000;

    /// <summary>Most values of one row or list, far above what any table has.</summary>
    internal const int MaxValues = 1_000;

    /// <param name="file">Read to its end, or to one byte over <see cref="MaxBytes"/>. Errors of the stream itself are the caller's.</param>
    public static BundleReading Read(Stream file) => Read(file, "");

    /// <param name="stationCode">Seven digits: the station that the bundle must be of.</param>
    public static BundleReading ReadFor(string stationCode, Stream file) {
        ArgumentException.ThrowIfNullOrEmpty(stationCode);
        return Read(file, stationCode);
    }

    private static BundleReading Read(Stream file, string stationCode) {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new BundleFindings();
        var rows = Rows(file, findings);
        if (!findings.Refused) BundleCheck.Inspect(rows, stationCode, findings);
        if (findings.Refused) return new(null, [], findings.All);
        var taken = rows.Where(r => !findings.RefusedPatients.Contains(r.Patient));
        return new(BundleTables.ToBundle(taken), [.. findings.RefusedPatients.Order(StringComparer.Ordinal)], findings.All);
    }

    private static List<BundleRow> Rows(Stream file, BundleFindings findings) {
        if (Bounded.Read(file, MaxBytes) is not { } bytes) findings.Add(FileRules.TooLarge, $"{MaxBytes >> 20}MBを超えています。");
        else if (bytes.AsSpan().StartsWith("PK"u8)) return new CsvBundle(findings).Read(bytes);
        else if (JsonBundle.LooksLike(bytes)) return new JsonBundle(findings).Read(bytes);
        else findings.Add(FileRules.UnknownForm, bytes.Length == 0 ? "ファイルが空です。" : "JSONでもZIPでもないファイルです。");
        return [];
    }
}
