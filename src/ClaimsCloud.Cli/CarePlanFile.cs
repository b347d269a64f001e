using System.IO.Compression;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Cli;

/// <summary>サービス提供票別表 in a file of its own: it takes the place of the bundle's table and keeps the same rules.</summary>
internal static class CarePlanFile {
    private const string Table = "carePlans";

    public static BundleReading Into(BundleReading reading, Stream plans) {
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
        // What was said about the bundle itself is said again by the second reading, but for the patients whom the first one refused.
        return merged with {
            RefusedPatients = [.. reading.RefusedPatients.Union(merged.RefusedPatients).Order(StringComparer.Ordinal)],
            Findings = [.. reading.Findings.Where(f => reading.RefusedPatients.Contains(f.Patient)), .. merged.Findings],
        };
    }
}
