using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Fees;

/// <summary>What a pack file holds.</summary>
/// <param name="Schedule">Null when the file is damaged.</param>
/// <param name="Problem">Null when it is not.</param>
public sealed record FeePackReading(FeeSchedule? Schedule, Finding? Problem);

/// <summary>
/// A schedule as one file: a ZIP of CSV files (UTF-8, a header line, no quotes). <c>fees.csv</c>, <c>addons.csv</c> and <c>abolished.csv</c> as under
/// <c>Data/fees</c>; <c>schedule.csv</c> names the release and its months; <c>exclusions.csv</c> holds one line for each code and kind of exclusion.
/// </summary>
public static class FeePack {
    /// <summary>Names of pack files in a folder.</summary>
    public const string AllFiles = "fees-*.zip";

    /// <summary>Name of the file that holds a schedule.</summary>
    public static string FileName(FeeSchedule schedule) {
        ArgumentNullException.ThrowIfNull(schedule);
        return $"fees-{schedule.Release}.zip";
    }

    public static void Write(Stream file, FeeSchedule schedule) {
        ArgumentNullException.ThrowIfNull(schedule);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in Parts(schedule)) {
            using var writer = new StreamWriter(zip.CreateEntry(part.Name).Open()) { NewLine = "\n" };
            foreach (var line in part.Lines) writer.WriteLine(line);
        }
    }

    /// <summary>SHA-256 of what a pack of the schedule says, hexadecimal.</summary>
    internal static string Digest(FeeSchedule schedule) {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, lines) in Parts(schedule))
            foreach (var line in lines.Prepend(name)) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, IEnumerable<string> Lines)> Parts(FeeSchedule schedule) => [
        ("schedule.csv", ["release,first,last", $"{schedule.Release},{schedule.First},{schedule.Last}"]),
        ("fees.csv", schedule.Fees.Select(FeeCsv.Write).Prepend(FeeCsv.Header)),
        ("addons.csv", schedule.AddOnGroups.Order(StringComparer.Ordinal)
            .SelectMany(g => schedule.AddOns(g).GroupBy(a => (a.Alternative, a.Certainty)).Select(a => $"{g},{a.Key.Alternative},{Codes(a.Select(x => x.Code))},{Words.Write(a.Key.Certainty)}")).Prepend("group,alternative,codes,certainty")),
        ("exclusions.csv", schedule.Fees.SelectMany(f => schedule.Exclusions(f.Code)
            .GroupBy(e => e with { Other = "" }).Select(e => $"{f.Code},{Words.Write(e.Key.Effect)},{Words.Write(e.Key.Unit)},{Words.Write(e.Key.Condition)},{Words.Write(e.Key.Certainty)},{Codes(e.Select(x => x.Other))}"))
            .Prepend("code,effect,unit,condition,certainty,others")),
        ("abolished.csv", schedule.Abolished.Select(a => $"{a.Key},{Codes(a.Value)}").Prepend("code,successors")),
    ];

    /// <param name="name">Of the file, for the message.</param>
    public static FeePackReading Read(Stream file, string name) {
        try {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var about = Rows(zip, "schedule.csv").Single();
            var exclusions = Rows(zip, "exclusions.csv").SelectMany(Exclusions).ToArray();
            return new(new(about["release"], Month(about["first"]), Month(about["last"]), Rows(zip, "fees.csv").Select(FeeCsv.Read), Rows(zip, "addons.csv").SelectMany(AddOn.From), _ => exclusions,
                Rows(zip, "abolished.csv").ToDictionary(r => r["code"], IReadOnlyList<string> (r) => Words.Split(r["successors"]))), null);
        } catch (Exception e) when (e is InvalidDataException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException) {
            // The file lies in a folder that people can reach: whatever is wrong in it is the file's fault, and one message fits all.
            return new(null, new("MS0201", Severity.FileRefused, Verdict.Fail, Place.WholeFile, $"取り込み済みの料金表 {name} が壊れています。", "このファイルを削除して、公式マスターをもう一度取り込んでください。", "claims masters import"));
        }
    }

    private static IEnumerable<(string, FeeExclusion)> Exclusions(DataRow row) => Words.Split(row["others"]).Select(other => (row["code"],
        new FeeExclusion(other, Words.Read<ExclusionEffect>(row["effect"]), Words.Read<ExclusionUnit>(row["unit"]), Words.Read<ExclusionCondition>(row["condition"]), Words.Read<Certainty>(row["certainty"]))));

    private static List<DataRow> Rows(ZipArchive zip, string name) {
        using var reader = new StreamReader((zip.GetEntry(name) ?? throw new InvalidDataException($"no {name}")).Open());
        return [.. DataFile.Rows(reader, name)];
    }

    private static ServiceMonth Month(string yyyymm) => ServiceMonth.Of(int.Parse(yyyymm.AsSpan(0, 4)), int.Parse(yyyymm.AsSpan(4)));

    private static string Codes(IEnumerable<string> codes) => string.Join(' ', codes);
}
