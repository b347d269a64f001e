namespace ClaimsCloud.Edge;

internal static class PrivateFolder {
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that only the connector's account may open; one that is there stays as the administrator set it. On Windows the parent's rights hold.</summary>
    public static string Open(string path) => (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly)).FullName;

    /// <summary>Keeps a second connector, or an enrolment, away from a data folder in use: two would place a file twice.</summary>
    /// <exception cref="InvalidOperationException">Somebody has it already; the message is for the person at the PC.</exception>
    public static FileStream Claim(string path) {
        try {
            return new FileStream(Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        } catch (IOException e) {
            throw new InvalidOperationException("このフォルダーでは、コネクターがすでに動いています。止めてからもう一度実行してください。", e);
        }
    }
}
