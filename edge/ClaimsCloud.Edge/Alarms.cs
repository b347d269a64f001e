using System.Collections.Concurrent;

namespace ClaimsCloud.Edge;

/// <summary>What is wrong on the site now. Told to the cloud with every heartbeat; an alarm goes when its cause does.</summary>
internal sealed class Alarms(TextWriter log, TimeProvider time) {
    public const string OutFolderMissing = "folder-missing-out";
    public const string InFolderMissing = "folder-missing-in";
    public const string ClockSkew = "clock-skew";
    public const string DiskFull = "disk-full";
    public const string StorageFailing = "storage-failing";
    public const string CloudRefused = "cloud-refused";

    private readonly ConcurrentDictionary<string, bool> _raised = new();

    public IReadOnlyList<string> Now => [.. _raised.Keys.Order(StringComparer.Ordinal)];

    public void Set(string code, bool wrong) {
        if (wrong ? _raised.TryAdd(code, true) : _raised.TryRemove(code, out _)) Note($"alarm {code} {(wrong ? "on" : "off")}");
    }

    /// <summary>Ids and codes only: the log may leave the site.</summary>
    public void Note(string what) => log.WriteLine($"{time.GetUtcNow():O} {what}");

    /// <summary>True for the errors that a full disk gives on Linux (28) and Windows (112, 39).</summary>
    public static bool IsDiskFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 112 or 39;
}
