using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace ClaimsCloud.Edge.Sensors;

/// <summary>Which system this is, and until when its maker mends it (os-support.csv; SOURCE.md says from where).</summary>
internal static class OsSupport {
    private const int Longest = 64;

    public static string Name { get; } = Ascii(RuntimeInformation.OSDescription);

    /// <summary>Null when the list does not have this system: not known is not "for ever".</summary>
    public static DateOnly? Ends => OperatingSystem.IsWindows() ? EndOf(Environment.OSVersion.Version.Build, Edition()) : null;

    public static DateOnly? EndOf(int build, string edition) {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("os-support.csv") ?? throw new InvalidOperationException("os-support.csv is missing");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) {
            var row = line.Split(',');
            if (row[0] == build.ToString(CultureInfo.InvariantCulture) && row[1] == edition) return DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        return null;
    }

    [SupportedOSPlatform("windows")]
    private static string Edition() => Registry.GetValue(@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion", "EditionID", "") as string ?? "";

    private static string Ascii(string text) => string.Concat(text.Where(c => c is >= ' ' and < '\u007F').Take(Longest));
}
