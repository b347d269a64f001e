using ClaimsCloud.Application.Shared;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Storage.Embedded;

/// <summary>Which errors of SQLite and of files are outages: the disk is full, away or will not be written. A damaged file is none: it will be no better later.</summary>
internal static class DiskOutage {
    private const int SqliteFull = 13, SharedMemorySize = 4874;
    // Busy, locked, no memory, read-only, I/O, cannot open, locking protocol.
    private static readonly int[] SqliteAway = [5, 6, 7, 8, 10, 14, 15];
    // Unix: no space, quota (Linux, macOS). Windows: disk full, handle disk full.
    private static readonly int[] FileFull = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    // Unix: I/O, too many files (system, process), read-only, not connected, timed out, host down, stale. Windows: not ready, write fault, network name, I/O device, write protected.
    private static readonly int[] FileAway = [5, 23, 24, 30, 107, 110, 112, 116, unchecked((int)0x80070015), unchecked((int)0x8007001D), unchecked((int)0x80070040), unchecked((int)0x8007045D), unchecked((int)0x80070013)];

    public static T Of<T>(Func<T> work) {
        try {
            return work();
        } catch (Exception e) when (TroubleOf(e) is { } trouble) {
            throw new StoreOutageException(trouble, e);
        }
    }

    public static async Task<T> Of<T>(Func<Task<T>> work) {
        try {
            return await work();
        } catch (Exception e) when (TroubleOf(e) is { } trouble) {
            throw new StoreOutageException(trouble, e);
        }
    }

    /// <summary>By number, never by type alone: what a caller's own stream throws while it is read is an IOException too.</summary>
    private static StoreTrouble? TroubleOf(Exception error) => error switch {
        SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SharedMemorySize } => StoreTrouble.Full,
        SqliteException sqlite => SqliteAway.Contains(sqlite.SqliteErrorCode) ? StoreTrouble.Away : null,
        UnauthorizedAccessException or DirectoryNotFoundException => StoreTrouble.Away,
        IOException file => FileFull.Contains(file.HResult) ? StoreTrouble.Full : FileAway.Contains(file.HResult) ? StoreTrouble.Away : null,
        _ => null,
    };
}
