using System.Runtime.Versioning;
using Microsoft.Win32;

namespace ClaimsCloud.Edge.Sensors;

/// <summary>
/// The PC stands in two networks that must never meet. The connector itself carries files, never packets; whether the system under it forwards them is looked at
/// here, at every start and every hour.
/// </summary>
internal static class Forwarding {
    /// <param name="system">Root of the system's files; another one in tests.</param>
    /// <returns>What forwards, by the system's own names; empty when nothing does.</returns>
    public static IReadOnlyList<string> Found(string system = "/") => OperatingSystem.IsWindows() ? OnWindows() : OnLinux(Path.Combine(system, "proc/sys/net"));

    private static List<string> OnLinux(string net) {
        var found = new List<string>();
        if (IsOn(Path.Combine(net, "ipv4/ip_forward"))) found.Add("ipv4");
        if (IsOn(Path.Combine(net, "ipv6/conf/all/forwarding"))) found.Add("ipv6");
        return found;
    }

    private static bool IsOn(string path) => File.Exists(path) && File.ReadAllText(path).Trim() == "1";

    [SupportedOSPlatform("windows")]
    private static List<string> OnWindows() {
        const string parameters = @"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip";
        var found = new List<string>();
        if (Registry.GetValue(parameters + @"\Parameters", "IPEnableRouter", 0) is 1) found.Add("ipv4");
        if (Registry.GetValue(parameters + @"6\Parameters", "IPEnableRouter", 0) is 1) found.Add("ipv6");
        // Internet connection sharing routes on its own.
        if (Registry.GetValue(@"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\SharedAccess", "Start", 4) is 2) found.Add("ics");
        return found;
    }
}
