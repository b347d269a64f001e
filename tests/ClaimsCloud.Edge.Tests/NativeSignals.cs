using System.Runtime.InteropServices;

namespace ClaimsCloud.Edge.Tests;

/// <summary>.NET can kill a process but not ask it to end.</summary>
internal static class NativeSignals {
    /// <returns>0, or -1 when there is no such process.</returns>
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Send(int process, int signal);
}
