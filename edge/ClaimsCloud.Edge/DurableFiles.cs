using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ClaimsCloud.Edge;

/// <summary>File operations that are on the disk when they return, and that never overwrite.</summary>
internal static class DurableFiles {
    private const int AlreadyExists = 17;

    /// <summary>Lower-case hex of a file's bytes; null when it is not there or somebody holds it open for writing.</summary>
    public static string? Hash(string path) {
        try {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        } catch (IOException) {
            return null;
        }
    }

    public static void Copy(string from, string to) {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Gives a file its final name; false when the name is taken. On Unix by a hard link: <see cref="File.Move(string, string, bool)"/> looks first and
    /// renames then, and a file that a person saves in between would be lost.
    /// </summary>
    public static bool MoveNew(string from, string to) {
        if (OperatingSystem.IsWindows()) {
            try {
                File.Move(from, to, overwrite: false);
                return true;
            } catch (IOException) when (File.Exists(to)) {
                return false;
            }
        }
        if (Link(from, to) != 0) {
            var error = Marshal.GetLastPInvokeError();
            return error == AlreadyExists ? false : throw new IOException($"link failed (errno {error})");
        }
        FlushFolder(Path.GetDirectoryName(to)!);
        File.Delete(from);
        return true;
    }

    /// <summary>Makes the names in a folder survive a power cut; NTFS journals them by itself.</summary>
    public static void FlushFolder(string folder) {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"open failed (errno {Marshal.GetLastPInvokeError()})");
        try {
            if (Sync(handle) != 0) throw new IOException($"fsync failed (errno {Marshal.GetLastPInvokeError()})");
        } finally {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
