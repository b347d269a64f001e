using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Tests.Fees;

/// <summary>A table of the official master, read apart from the product's own reader: quoted fields without commas inside.</summary>
internal static class OfficialTable {
    public static List<string[]> Read(string path) =>
        [.. ClaimText.Decode(File.ReadAllBytes(path)).Split('\uFFFD', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray())];
}
