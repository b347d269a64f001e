using System.Net.NetworkInformation;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32;

namespace ClaimsCloud.Edge;

/// <summary>An opaque mark of this PC and this data folder: a copied disk runs somewhere else and shows it.</summary>
internal static class Place {
    private const int HexDigits = 16;
    private const byte AdministeredByHand = 2;

    public static string Of(string dataFolder) {
        var marks = string.Join('\n', Environment.MachineName, MachineId(), NetworkCard(), Path.GetFullPath(dataFolder));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(marks)))[..HexDigits];
    }

    private static string MachineId() {
        if (OperatingSystem.IsWindows()) return WindowsMachineId();
        return File.Exists("/etc/machine-id") ? File.ReadAllText("/etc/machine-id").Trim() : "";
    }

    [SupportedOSPlatform("windows")]
    private static string WindowsMachineId() => Registry.GetValue(@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography", "MachineGuid", "") as string ?? "";

    /// <summary>A cloned disk has the machine id of its original, but not its network card.</summary>
    private static string NetworkCard() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.NetworkInterfaceType is NetworkInterfaceType.Ethernet or NetworkInterfaceType.Wireless80211)
        .Select(n => n.GetPhysicalAddress().GetAddressBytes()).Where(a => a.Length == 6 && (a[0] & AdministeredByHand) == 0)
        .Select(Convert.ToHexString).Where(a => a.Any(c => c != '0')).Order(StringComparer.Ordinal).FirstOrDefault("");
}
