using System.IO.Compression;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>
/// サービス提供票別表 in a file of its own, the CSV of the table <c>carePlans</c>: what one care manager sent. It replaces the plans of the patients in it and leaves those of the others. It
/// keeps the rules of the table.
/// </summary>
public static class CarePlanFile {
    private const string Table = "carePlans";

    /// <summary>True for a CSV whose heading is that of the table.</summary>
    public static bool IsOne(ReadOnlySpan<byte> beginning) =>
        CsvEncoding.Decode(beginning).Text is { } text && new CsvText(text).Next() is { } header && header.Cells.Contains("serviceItem") && header.Cells.Contains("unitsWithinLimit");

    /// <param name="reading">The month that the plans belong to.</param>
    /// <param name="plans">Read to its end, not closed.</param>
    public static BundleReading Into(BundleReading reading, Stream plans) {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(plans);
        if (reading.Bundle is not { } bundle) return reading;
        var zip = new MemoryStream();
        BundleWriter.WriteZip(bundle, zip);
        var name = BundleTables.Find(Table)!.FileName;
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true)) {
            archive.GetEntry(name)?.Delete();
            using var entry = archive.CreateEntry(name).Open();
            plans.CopyTo(entry);
        }
        zip.Position = 0;
        var merged = BundleReader.Read(zip);
        return merged with {
            Bundle = merged.Bundle is { } read ? read with { CarePlans = Together(bundle.CarePlans, read.CarePlans) } : null,
            // What was said about the month itself is said again by the second reading, but for the patients whom the first one refused.
            RefusedPatients = [.. reading.RefusedPatients.Union(merged.RefusedPatients).Order(StringComparer.Ordinal)],
            Findings = [.. reading.Findings.Where(f => reading.RefusedPatients.Contains(f.Patient)), .. merged.Findings],
        };
    }

    /// <summary>The files of several care managers number their rows alike: a row's key says whose plan it is.</summary>
    private static List<CarePlanLine> Together(IReadOnlyList<CarePlanLine> before, IReadOnlyList<CarePlanLine> sent) {
        var patients = sent.Select(p => p.Patient).ToHashSet();
        return [.. before.Where(p => !patients.Contains(p.Patient)),
            .. sent.GroupBy(p => $"{p.Patient}.{p.InsurerNumber}{p.ServiceType}{p.ServiceItem}").SelectMany(g => g.Select((p, n) => p with { Key = n == 0 ? g.Key : $"{g.Key}.{n + 1}" }))];
    }
}
