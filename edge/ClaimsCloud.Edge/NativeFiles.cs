using System.Runtime.InteropServices;

namespace ClaimsCloud.Edge;

/// <summary>What Unix can do with files and .NET does not offer. Each answers 0 or errno.</summary>
internal static class NativeFiles {
    private const int WorkingFolder = -100;
    private const uint NoReplace = 1;

    public static int MakeDirectory(string path, uint mode) => Result(MakeDir(path, mode));

    public static int RenameNew(string from, string to) => Result(RenameAt2(WorkingFolder, from, WorkingFolder, to, NoReplace));

    public static int Link(string from, string to) => Result(HardLink(from, to));

    public static int FlushFolder(string folder) {
        var handle = Open(folder, 0);
        if (handle < 0) return Result(handle);
        var result = Result(Sync(handle));
        _ = Close(handle);
        return result;
    }

    private static int Result(int answer) => answer == 0 ? 0 : Marshal.GetLastPInvokeError();

    [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeDir([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(int fromFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string from, int toFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, uint flags);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int HardLink([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

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
