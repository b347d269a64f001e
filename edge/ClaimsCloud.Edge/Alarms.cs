using System.Collections.Concurrent;

namespace ClaimsCloud.Edge;

/// <summary>What is wrong on the site now. Told to the cloud with every heartbeat; an alarm goes when its cause does. <see cref="AlarmText"/> says what to do about each.</summary>
internal sealed class Alarms(TextWriter log, TimeProvider time) {
    public const string OutFolderMissing = "folder-missing-out";
    public const string InFolderMissing = "folder-missing-in";
    public const string CareFolderMissing = "care-folder-missing";
    public const string ClockSkew = "clock-skew";
    public const string DiskFull = "disk-full";
    public const string StorageFailing = "storage-failing";
    public const string CloudRefused = "cloud-refused";
    public const string ContentDamaged = "content-damaged";
    public const string JobWaiting = "job-waiting";
    public const string FileWaiting = "file-waiting";
    public const string FileTooLarge = "file-too-large";
    public const string FileLink = "file-link";
    public const string FileName = "file-name";
    public const string FolderChanged = "folder-changed";
    public const string ForwardsPackets = "forwards-packets";
    public const string UpdateRolledBack = "update-rolled-back";
    public const string OqsFolderMissing = "oqs-folder-missing";
    public const string OqsFolderShared = "oqs-folder-in-use";
    public const string OqsEncrypted = "oqs-encrypted";
    public const string OqsSilent = "oqs-silent";
    public const string NotThisDevice = "not-this-device";

    private readonly ConcurrentDictionary<(string Code, string Source), bool> _raised = new();

    public IReadOnlyList<string> Now => [.. _raised.Keys.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="source">Where it was noticed: an alarm is on while any of its sources says so.</param>
    public void Set(string code, bool wrong, string source = "") {
        if (wrong ? _raised.TryAdd((code, source), true) : _raised.TryRemove((code, source), out _)) Note($"alarm {code} {(wrong ? "on" : "off")}");
    }

    /// <param name="failure">What a look at our own disk or the terminal's came to; null when all went well.</param>
    public void SetStorage(Exception? failure, string source) {
        var full = failure is not null && IsDiskFull(failure);
        Set(DiskFull, full, source);
        Set(StorageFailing, failure is not null && !full, source);
    }

    /// <summary>Ids and codes only: the log may leave the site.</summary>
    public void Note(string what) => log.WriteLine($"{time.GetUtcNow():O} {what}");

    /// <summary>The codes of a full disk or quota: Linux 28 and 122, Windows 112 and 39, SQLite 13.</summary>
    private static bool IsDiskFull(Exception e) => e switch {
        IOException io => (io.HResult & 0xFFFF) is 28 or 122 or 112 or 39,
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode == 13,
        _ => false,
    };
}
