using System.Security.Cryptography;
using System.Text;

namespace ClaimsCloud.Edge;

/// <summary>
/// Site to cloud: what a person saved in the terminal's folder is believed after two equal looks, copied to the spool, and uploaded from there.
/// The person's file is never touched.
/// </summary>
internal sealed class FileCollector(EdgeOptions options, EdgeSettings settings, Ledger ledger, Alarms alarms) {
    private const long LargestFile = 200L << 20;
    private static readonly string[] Unfinished = [".tmp", ".part", ".crdownload", ".download", ".partial"];

    private readonly Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);

    /// <summary>One look at a file. Known: its content is in the ledger.</summary>
    private sealed record Sight(long Size, DateTime Written, string? Sha256, bool Known);

    public void Run() {
        var isThere = Directory.Exists(settings.TerminalIn);
        alarms.Set(Alarms.InFolderMissing, !isThere);
        foreach (var file in ledger.OpenFiles())
            if (file.State == FileState.Copying) Copy(file);
        if (!isThere) return;
        var files = new DirectoryInfo(settings.TerminalIn).GetFiles().Where(Wanted).ToList();
        foreach (var gone in _seen.Keys.Except(files.Select(f => f.Name)).ToList()) _seen.Remove(gone);
        foreach (var file in files) Look(file);
    }

    public string Spool(CollectedFile file) => Path.Combine(options.DataFolder, "spool", $"file-{file.Key}");

    private static bool Wanted(FileInfo file) =>
        file.Name[0] is not ('.' or '~') && file.Length is > 0 and <= LargestFile && !file.Attributes.HasFlag(FileAttributes.Hidden)
        && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    private void Look(FileInfo file) {
        var before = _seen.GetValueOrDefault(file.Name);
        var sameOutside = before is not null && before.Size == file.Length && before.Written == file.LastWriteTimeUtc;
        if (sameOutside && before!.Known) return;
        var sha256 = DurableFiles.Hash(file.FullName);
        var believed = sameOutside && sha256 is not null && before!.Sha256 == sha256 && HasEndMark(file);
        _seen[file.Name] = new(file.Length, file.LastWriteTimeUtc, sha256, believed);
        if (!believed) return;
        var found = new CollectedFile(KeyOf(file.Name, sha256!), file.Name, sha256!, file.Length, FileState.Copying);
        if (ledger.Knows(found.Key)) return;
        alarms.Note($"file {found.Key} seen");
        ledger.Add(found);
        Copy(found);
    }

    private void Copy(CollectedFile file) {
        Directory.CreateDirectory(Path.GetDirectoryName(Spool(file))!);
        var source = Path.Combine(settings.TerminalIn, file.Name);
        options.Checkpoint("before copy");
        try {
            if (DurableFiles.Hash(Spool(file)) != file.Sha256) DurableFiles.Copy(source, Spool(file));
        } catch (FileNotFoundException) {
            // Gone before it was safe; nothing is lost that we ever claimed to have.
        } catch (DirectoryNotFoundException) {
            return;
        }
        options.Checkpoint("after copy");
        if (DurableFiles.Hash(Spool(file)) == file.Sha256) {
            ledger.Move(file, FileState.Copied);
        } else {
            // It changed under our hands: what it is now will be seen as a file of its own.
            File.Delete(Spool(file));
            ledger.Forget(file);
            _seen.Remove(file.Name);
        }
    }

    /// <summary>Claim and return files end with 1A; before that byte is there, somebody is still writing.</summary>
    private static bool HasEndMark(FileInfo file) {
        if (!file.Extension.Equals(".UKE", StringComparison.OrdinalIgnoreCase)) return true;
        using var bytes = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        bytes.Seek(-1, SeekOrigin.End);
        return bytes.ReadByte() == 0x1A;
    }

    private static string KeyOf(string name, string sha256) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{sha256}")));
}
