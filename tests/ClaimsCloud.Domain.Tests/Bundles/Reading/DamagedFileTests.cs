using System.IO.Compression;
using System.Text;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Domain.Tests.Bundles.Reading;

/// <summary>A file that did not arrive as it left is refused, and nobody throws.</summary>
public sealed class DamagedFileTests {
    private const int Mutations = 1_500;

    [Fact]
    public void Json_cut_at_any_byte_gives_no_part_of_a_bundle() => Cut(BundleSamples.Small());

    [Fact]
    public void A_zip_cut_at_any_byte_gives_no_part_of_a_bundle() => Cut(Bundles.Zip(Bundles.Small()));

    [Fact]
    public void Any_changed_bytes_of_json_are_read_or_refused() {
        for (var seed = 0; seed < Mutations; seed++) Sound(Bundles.Read(Mutated(BundleSamples.Small(), seed)), seed);
    }

    [Fact]
    public void Any_changed_bytes_of_a_zip_are_noticed() {
        var (zip, whole) = (Bundles.Zip(Bundles.Small()), Bundles.Everything(Bundles.Small()));
        for (var seed = 0; seed < Mutations; seed++) {
            var reading = Bundles.Read(Mutated(zip, seed));
            Sound(reading, seed);
            // Bytes of dates and versions mean nothing here; any other must not pass.
            if (reading.Bundle is { } bundle) Assert.Equal(whole, Bundles.Everything(bundle));
        }
    }

    [Fact]
    public void A_small_zip_that_unpacks_to_too_much_is_refused() {
        var bomb = Bundles.Bytes(file => {
            using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("visits.csv", CompressionLevel.SmallestSize).Open();
            for (var i = 0; i <= BundleReader.MaxBytes >> 16; i++) entry.Write(new byte[1 << 16]);
        });
        Refused("BU03", Bundles.Read(bomb));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused() => Refused("BU03", Bundles.Read(new byte[BundleReader.MaxBytes + 1]));

    [Theory, InlineData("{}"), InlineData("null")]
    public void More_rows_than_anybody_has_are_refused_and_the_list_of_findings_ends(string row) {
        var reading = Bundles.Read(Encoding.UTF8.GetBytes($"{{\"visits\":[{string.Concat(Enumerable.Repeat(row + ",", BundleReader.MaxRows))}{row}]}}"));
        Assert.Null(reading.Bundle);
        Assert.Contains(reading.Findings, f => f.Code == (row == "{}" ? "BU03" : "BU10"));
        Assert.True(reading.Findings.Count <= 5_001);
    }

    [Fact]
    public void Lines_and_commas_without_end_are_refused_before_they_fill_the_memory() {
        var files = CsvFiles.Of(Bundles.Small());
        Refused("BU08", Bundles.Read(files.With("visits.csv", [.. Enumerable.Repeat((byte)',', 1 << 20)]).Zip()));
        Refused("BU03", Bundles.Read(files.With("staff.csv", Encoding.UTF8.GetBytes(files.Text("staff.csv") + string.Concat(Enumerable.Repeat("a,,,,,,\n", BundleReader.MaxRows)))).Zip()));
    }

    [Fact]
    public void A_zip_with_too_many_files_is_refused() => Refused("BU03", Bundles.Read(Zip([.. Enumerable.Range(0, 101).Select(i => $"{i}.csv")])));

    [Theory, InlineData("../visits.csv"), InlineData("/etc/visits.csv"), InlineData("bundle/visits.csv"), InlineData("VISITS.CSV"), InlineData("visits.csv.exe"), InlineData("..\\visits.csv")]
    public void A_file_in_the_zip_that_is_no_table_is_refused(string name) => Refused("BU04", Bundles.Read(Zip([name])));

    [Fact]
    public void The_same_table_twice_in_a_zip_is_refused() => Refused("BU05", Bundles.Read(Zip(["visits.csv", "visits.csv"])));

    private static void Cut(byte[] file) {
        var whole = Bundles.Everything(Bundles.Whole(file));
        for (var length = 0; length < file.Length; length++) {
            var reading = Bundles.Read(file[..length]);
            Sound(reading, length);
            // Only the line end behind the last brace can be missed without a loss.
            if (reading.Bundle is { } bundle) Assert.Equal((file.Length - 1, whole), (length, Bundles.Everything(bundle)));
        }
    }

    /// <summary>No bundle: the reason is there. A bundle: nobody who is refused has a row in it.</summary>
    private static void Sound(BundleReading reading, int seed) {
        if (reading.Bundle is not { } bundle) Assert.True(reading.Findings.Any(f => f.KeepsBack), $"{seed}: refused without a reason");
        else {
            var patients = bundle.Patients.Select(p => p.Key).ToHashSet();
            Assert.Empty(patients.Intersect(reading.RefusedPatients));
            Assert.True(bundle.Visits.All(v => patients.Contains(v.Patient)), $"{seed}: a visit without its patient");
            Assert.True(reading.RefusedPatients.All(p => reading.Findings.Any(f => f.KeepsBack && f.Patient == p)), $"{seed}: refused without a reason");
        }
    }

    private static void Refused(string code, BundleReading reading) {
        Assert.Null(reading.Bundle);
        Assert.Contains(reading.Findings, f => f.Code == code && f.KeepsBack);
    }

    private static byte[] Zip(string[] names) => Bundles.Bytes(file => {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in names) zip.CreateEntry(name);
    });

    private static byte[] Mutated(byte[] file, int seed) {
        var (random, bytes) = (new Random(seed), file.ToList());
        for (var i = random.Next(1, 4); i > 0; i--) {
            var at = random.Next(bytes.Count);
            switch (random.Next(4)) {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - 5), 5)); break;
            }
        }
        return [.. bytes];
    }
}
