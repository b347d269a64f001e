using System.Runtime.InteropServices;

namespace ClaimsCloud.Storage.Embedded;

internal static class Disk {
    private const int Exists = 17;

    /// <summary>
    /// Gives a file its final name; false when the name is taken. On Unix by a hard link, because <see cref="File.Move(string, string, bool)"/>
    /// looks first and renames then: of two writers both would believe they won.
    /// </summary>
    public static bool MoveNew(string from, string to) {
        if (OperatingSystem.IsWindows()) {
            try { File.Move(from, to, overwrite: false); } catch (IOException) when (File.Exists(to)) { return false; }
            return true;
        }
        if (Link(from, to) == 0) {
            File.Delete(from);
            return true;
        }
        var error = Marshal.GetLastPInvokeError();
        return error == Exists ? false : throw new IOException($"A blob could not get its name (errno {error}).", error);
    }

    /// <summary>
    /// Makes the names in a folder (and in those above it, up to <paramref name="root"/>) survive a power cut. A renamed file is only as durable as
    /// its folder's entry; .NET has no call for that on Unix, and NTFS journals it by itself.
    /// </summary>
    public static void FlushFolder(string folder, string root) {
        if (OperatingSystem.IsWindows()) return;
        for (var at = folder; at.Length >= root.Length; at = Path.GetDirectoryName(at)!) {
            var handle = Open(at, 0);
            if (handle < 0) throw Failed("opened", Marshal.GetLastPInvokeError());
            try {
                if (Sync(handle) != 0) throw Failed("flushed", Marshal.GetLastPInvokeError());
            } finally {
                _ = Close(handle);
            }
        }
    }

    private static IOException Failed(string what, int error) => new($"A blob folder could not be {what} (errno {error}).", error);

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
