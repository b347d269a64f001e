using System.Security.Cryptography;

namespace ClaimsCloud.Edge;

/// <summary>File operations that are on the disk when they return, and that never overwrite.</summary>
internal static class DurableFiles {
    private const int NotFound = 2;
    private const int AlreadyExists = 17;
    private const int NotSupportedHere = 22;
    private const int NotImplemented = 38;

    /// <summary>Lower-case hex of a file's bytes; null when it is not there or somebody holds it open for writing. Its owner may rename or delete it meanwhile.</summary>
    public static string? Hash(string path) {
        try {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        } catch (IOException) {
            return null;
        }
    }

    /// <summary>Always into a new file: where placing goes by a link, a kill leaves the placed file under both names, and writing into the old one would damage it.</summary>
    public static void Copy(string from, string to) {
        File.Delete(to);
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Writes one of the connector's own small files, whole or not at all, readable by nobody else.</summary>
    public static void WriteSecret(string path, ReadOnlySpan<byte> content) {
        var unfinished = path + ".part";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(unfinished, options)) {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes one folder and never its parents: a share that went away must not come back as an empty folder on the local disk.</summary>
    /// <exception cref="DirectoryNotFoundException">The parent is not there.</exception>
    public static void MakeFolder(string path) {
        if (OperatingSystem.IsWindows()) {
            if (!Directory.Exists(Path.GetDirectoryName(path))) throw new DirectoryNotFoundException("the parent folder is missing");
            Directory.CreateDirectory(path);
            return;
        }
        const uint everybodyAsTheMaskAllows = 511;
        var error = NativeFiles.MakeDirectory(path, everybodyAsTheMaskAllows);
        if (error is 0 or AlreadyExists) return;
        throw error == NotFound ? new DirectoryNotFoundException("the parent folder is missing") : new IOException($"mkdir failed (errno {error})", error);
    }

    /// <summary>
    /// Gives a file its final name; false when the name is taken. <see cref="File.Move(string, string, bool)"/> would on Unix look first and rename then, and
    /// a file that a person saves in between would be lost. File systems that cannot rename so (NFS) can link.
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
        var error = NativeFiles.RenameNew(from, to);
        if (error is NotSupportedHere or NotImplemented) error = LinkNew(from, to);
        if (error == AlreadyExists) return false;
        if (error != 0) throw new IOException($"placing failed (errno {error})", error);
        FlushFolder(Path.GetDirectoryName(to)!);
        return true;
    }

    /// <summary>Makes the names in a folder survive a power cut; NTFS journals them by itself, and some shares cannot be told to.</summary>
    public static void FlushFolder(string folder) {
        if (OperatingSystem.IsWindows()) return;
        if (NativeFiles.FlushFolder(folder) is not (0 or NotSupportedHere) and var error) throw new IOException($"flushing a folder failed (errno {error})", error);
    }

    private static int LinkNew(string from, string to) {
        var error = NativeFiles.Link(from, to);
        if (error == 0) File.Delete(from);
        return error;
    }
}
