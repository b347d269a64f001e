using ClaimsCloud.Domain.CareClaims.Codes;
using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Cli;

/// <summary>The imported service-code table in the folder of <c>--store</c>: <c>care-codes.csv</c>, the file as it was imported.</summary>
internal static class CareCodeStore {
    private const string Name = "care-codes.csv";

    /// <param name="folder">Null, or without the file: nothing was imported.</param>
    /// <returns>Null when the file is there and cannot be used.</returns>
    public static IReadOnlyList<CareServiceCode>? Open(string? folder) {
        if (folder is null || !File.Exists(Path.Combine(folder, Name))) return [];
        using var file = File.OpenRead(Path.Combine(folder, Name));
        var reading = CareCodeImport.Read(file);
        foreach (var finding in reading.Findings.Where(f => f.Severity == Severity.FileRefused)) FindingOutput.Write(Console.Error, finding);
        return reading.Codes;
    }

    /// <summary>The file appears whole or not at all; one imported before is replaced.</summary>
    public static void Save(string folder, byte[] table) {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, Name);
        using (var file = File.Create(target + ".part")) {
            file.Write(table);
            file.Flush(flushToDisk: true);
        }
        File.Move(target + ".part", target, overwrite: true);
    }
}
