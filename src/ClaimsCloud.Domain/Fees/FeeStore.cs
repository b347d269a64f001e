using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees;

/// <summary>Imported masters in a folder: one file <c>fees-YYYY-MM.zip</c> each, in the form of <see cref="FeePack"/>.</summary>
/// <param name="Problems">Files that are damaged. Whoever bills by the store stops then: amounts other than the imported ones would be wrong.</param>
public sealed record FeeStore(IReadOnlyList<FeeSchedule> Imported, IReadOnlyList<Finding> Problems) {
    public FeeSchedules Schedules { get; } = new(Imported);

    /// <param name="folder">Null, or not there yet: nothing was imported.</param>
    public static FeeStore Open(string? folder) {
        var readings = folder is null || !Directory.Exists(folder) ? []
            : Directory.GetFiles(folder, FeePack.AllFiles).Order(StringComparer.Ordinal).Select(Read).ToArray();
        return new([.. readings.Select(r => r.Schedule).OfType<FeeSchedule>()], [.. readings.Select(r => r.Problem).OfType<Finding>()]);
    }

    /// <summary>The file appears whole or not at all; a pack of the same release is replaced.</summary>
    public static void Save(string folder, FeeSchedule schedule) {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, FeePack.FileName(schedule));
        using (var file = File.Create(target + ".part")) {
            FeePack.Write(file, schedule);
            file.Flush(flushToDisk: true);
        }
        File.Move(target + ".part", target, overwrite: true);
    }

    private static FeePackReading Read(string path) {
        using var file = File.OpenRead(path);
        return FeePack.Read(file, Path.GetFileName(path));
    }
}
