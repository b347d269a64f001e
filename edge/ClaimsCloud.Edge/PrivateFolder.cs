using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace ClaimsCloud.Edge;

internal static class PrivateFolder {
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that only the connector's account may open (on Windows: the system, administrators and who made it); one that is there stays as the administrator set it.</summary>
    public static string Open(string path) {
        if (!OperatingSystem.IsWindows()) return Directory.CreateDirectory(path, OwnerOnly).FullName;
        var folder = new DirectoryInfo(path);
        if (!folder.Exists) MakeOnWindows(folder);
        return folder.FullName;
    }

    /// <summary>Keeps a second connector, or an enrolment, away from a data folder in use: two would place a file twice.</summary>
    /// <exception cref="InvalidOperationException">Somebody has it already; the message is for the person at the PC.</exception>
    public static FileStream Claim(string path) {
        try {
            return new FileStream(Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        } catch (IOException e) {
            throw new InvalidOperationException("このフォルダーでは、コネクターがすでに動いています。止めてからもう一度実行してください。", e);
        }
    }

    /// <summary>The common data folder of Windows lets every user read what is made in it.</summary>
    [SupportedOSPlatform("windows")]
    private static void MakeOnWindows(DirectoryInfo folder) {
        folder.Create();
        var rights = new DirectorySecurity();
        rights.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var who in (SecurityIdentifier[])[new(WellKnownSidType.LocalSystemSid, null), new(WellKnownSidType.BuiltinAdministratorsSid, null), WindowsIdentity.GetCurrent().User!])
            rights.AddAccessRule(new(who, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        folder.SetAccessControl(rights);
    }
}
