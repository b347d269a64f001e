namespace ClaimsCloud.Edge.Sensors;

/// <summary>
/// Stops taking things in before a disk is full, and begins again only when there is clearly room: between the two marks it stays as it is, or it would flutter.
/// What is here already goes on: uploading makes room. The heartbeat never stops.
/// </summary>
internal sealed class DiskWatch(EdgeOptions options, IReadOnlyList<string> folders) {
    public const long StopBelow = 100L << 20;
    public const long GoAbove = 150L << 20;

    public bool IsLow { get; private set; }

    /// <summary>Smallest free space of the disks that matter; <see cref="long.MaxValue"/> when none can be asked.</summary>
    public long Free { get; private set; } = long.MaxValue;

    public void Look() {
        Free = folders.Where(Directory.Exists).Select(options.FreeBytes).DefaultIfEmpty(long.MaxValue).Min();
        IsLow = IsLow ? Free <= GoAbove : Free < StopBelow;
    }

    public static long FreeOf(string folder) {
        try {
            return new DriveInfo(folder).AvailableFreeSpace;
        } catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException) {
            // A share that gives no numbers: nobody can watch it.
            return long.MaxValue;
        }
    }
}
