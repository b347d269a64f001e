using System.Diagnostics;
using System.Globalization;

namespace ClaimsCloud.Testing;

/// <summary>
/// A real disk of a few megabytes that a test can fill. Whoever needs one runs itself once more in a process with a mount namespace of its own, where the temporary folder is a tmpfs: when that
/// process ends, however it ends, the disk is gone.
/// </summary>
public sealed class SmallDisk {
    public const long Bytes = 48L * 1024 * 1024;
    private const string Variable = "CLAIMS_SMALL_DISK";
    private readonly string ballast;

    private SmallDisk(string path) => (Path, ballast) = (path, System.IO.Path.Combine(path, "ballast"));

    /// <summary>The root of it, and the temporary folder of this process.</summary>
    public string Path { get; }

    /// <summary>Null in a process that is not on one.</summary>
    public static SmallDisk? Here => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? new(path) : null;

    /// <summary>Why there cannot be one on this machine; null when there can.</summary>
    public static async Task<string?> WhyNot() {
        if (!OperatingSystem.IsLinux()) return "mount namespaces are Linux's";
        using var folder = new TemporaryFolder();
        try {
            var (code, output) = await Run(Start(folder.Path, "true"));
            return code == 0 ? null : $"this system lets nobody mount: {output.Trim()}";
        } catch (System.ComponentModel.Win32Exception e) {
            return $"there is no unshare here: {e.Message}";
        }
    }

    /// <summary>One test method once more, on a small disk.</summary>
    public static async Task<(int Code, string Output)> Again(System.Reflection.Assembly tests, string method) {
        using var folder = new TemporaryFolder();
        return await Run(Start(folder.Path, Environment.ProcessPath is { } host && System.IO.Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", tests.Location, "-method", method));
    }

    /// <summary>Leaves so many bytes; the page size of the system is the grain.</summary>
    public void LeaveFree(long bytes) {
        MakeRoom();
        var left = new DriveInfo(Path).AvailableFreeSpace - bytes;
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        for (var page = new byte[64 * 1024]; left > 0; left -= page.Length) file.Write(page, 0, (int)Math.Min(left, page.Length));
    }

    public void MakeRoom() => File.Delete(ballast);

    private static ProcessStartInfo Start(string folder, params string[] command) {
        var start = new ProcessStartInfo("unshare", ["--mount", "sh", "-c", $"mount -t tmpfs -o size={Bytes.ToString(CultureInfo.InvariantCulture)},mode=700 tmpfs \"$0\" && exec \"$@\"", folder, .. command]) {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment[Variable] = start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private static async Task<(int, string)> Run(ProcessStartInfo start) {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
