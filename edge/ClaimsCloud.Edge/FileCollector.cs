using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Domain.CareClaims.Answers;

namespace ClaimsCloud.Edge;

/// <summary>
/// Site to cloud: what a person saved in the terminal's folder is believed after two equal looks that lie a scan apart, copied to the spool, and
/// uploaded from there. The person's file is never touched. Of the folder of the software that sends 介護 claims, only what has the name of a file from 国保連合会 is taken: the rest is that
/// software's own.
/// </summary>
internal sealed class FileCollector(EdgeOptions options, EdgeSettings settings, Ledger ledger, Spool spool, Disk disk, Alarms alarms) {
    private const long LargestFile = 200L << 20;
    private static readonly string[] Unfinished = [".tmp", ".part", ".crdownload", ".download", ".partial"];
    /// <summary>Claim and return files end with 1A; before that byte is there, somebody is still writing.</summary>
    private static readonly string[] WithEndMark = [".UKE", ".HEN", ".SAH"];

    private readonly Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);
    private readonly LongWaits _waits = new(options.WaitAllowed, options.Time);

    /// <summary>What looks at a file have shown so far. Since: the first of the equal looks. Known: its content is in the ledger.</summary>
    private sealed record Sight(long Size, DateTime Written, string? Sha256, long Since, bool Known);

    private readonly string[] _folders = [settings.TerminalIn, .. settings.CareIn is { } care && care != settings.TerminalIn ? (string[])[care] : []];

    public void Run() {
        alarms.Set(Alarms.InFolderMissing, !Directory.Exists(settings.TerminalIn));
        alarms.Set(Alarms.CareFolderMissing, !_folders.All(Directory.Exists) && Directory.Exists(settings.TerminalIn), "in");
        Exception? failure = null;
        foreach (var file in ledger.OpenFiles())
            if (file.State == FileState.Copying) Try(() => Copy(file), ref failure);
        LookAround(ref failure);
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    private void LookAround(ref Exception? failure) {
        FileInfo[] all = [.. _folders.Where(Directory.Exists).SelectMany(f => new DirectoryInfo(f).GetFiles().Where(file => f == settings.TerminalIn || CareAnswerFile.IsName(file.Name)))];
        // A link could lead anywhere on the PC: it is not the file that a person saved.
        alarms.Set(Alarms.FileLink, all.Any(f => f.LinkTarget is not null));
        alarms.Set(Alarms.FileName, all.Any(f => !PlainName.IsSayable(f.Name)));
        var files = all.Where(IsMeantToStay).Where(f => f.LinkTarget is null && PlainName.IsSayable(f.Name)).ToList();
        // What was seen in a folder that is away for a while stays known.
        foreach (var gone in _seen.Keys.Except(files.Select(f => f.FullName)).Where(f => Directory.Exists(Path.GetDirectoryName(f))).ToList()) _seen.Remove(gone);
        foreach (var file in files) Try(() => Look(file), ref failure);
        alarms.Set(Alarms.FileTooLarge, files.Any(f => f.Exists && f.Length > LargestFile));
        alarms.Set(Alarms.FileWaiting, _waits.Any([.. files.Where(f => _seen.GetValueOrDefault(f.FullName) is not { Known: true }).Select(f => (f.Name, ""))]));
    }

    /// <summary>One file that cannot be read or kept must not hold up the others.</summary>
    private static void Try(Action look, ref Exception? failure) {
        try {
            look();
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            failure ??= e;
        }
    }

    private static bool IsMeantToStay(FileInfo file) =>
        file.Name[0] is not ('.' or '~') && !file.Attributes.HasFlag(FileAttributes.Hidden) && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    private void Look(FileInfo file) {
        if (!file.Exists || file.Length is 0 or > LargestFile) return;
        var before = _seen.GetValueOrDefault(file.FullName);
        var looksTheSame = before is not null && before.Size == file.Length && before.Written == file.LastWriteTimeUtc;
        if (looksTheSame && before!.Known) return;
        var sha256 = Read(file);
        var stands = looksTheSame && sha256 is not null && before!.Sha256 == sha256;
        var since = stands ? before!.Since : options.Time.GetTimestamp();
        // The watcher may wake us many times in one second: looks that are nearer than a scan are one look.
        var believed = stands && options.Time.GetElapsedTime(since) >= options.ScanEvery && HasEndMark(file);
        if (believed) Take(file, sha256!);
        _seen[file.FullName] = new(file.Length, file.LastWriteTimeUtc, sha256, since, believed);
    }

    private void Take(FileInfo file, string sha256) {
        var found = new CollectedFile(KeyOf(file.Name, sha256), file.Name, sha256, file.Length, FileState.Copying);
        if (ledger.Knows(found.Key)) return;
        alarms.Note($"file {found.Key} seen");
        ledger.Add(found);
        Copy(found);
    }

    private void Copy(CollectedFile file) {
        var source = _folders.Select(f => Path.Combine(f, file.Name)).FirstOrDefault(f => File.Exists(f) && disk.Hash(f) == file.Sha256) ?? Path.Combine(settings.TerminalIn, file.Name);
        try {
            if (disk.Hash(spool.Of(file)) != file.Sha256) disk.Copy(source, spool.Of(file));
        } catch (FileNotFoundException) {
            // Gone before it was safe; nothing is lost that we ever claimed to have.
        } catch (DirectoryNotFoundException) {
            return;
        }
        spool.Flush();
        if (disk.Hash(spool.Of(file)) == file.Sha256) {
            ledger.Move(file, FileState.Copied);
        } else {
            // It changed under our hands: what it is now will be seen as a file of its own.
            alarms.Note($"file {file.Key} changed or went away before it was safe");
            disk.Delete(spool.Of(file));
            ledger.Forget(file);
            foreach (var folder in _folders) _seen.Remove(Path.Combine(folder, file.Name));
        }
    }

    /// <summary>Null while somebody holds it, or does not let us read it.</summary>
    private string? Read(FileInfo file) {
        try {
            return disk.Hash(file.FullName);
        } catch (UnauthorizedAccessException) {
            return null;
        }
    }

    private static bool HasEndMark(FileInfo file) {
        if (!WithEndMark.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) return true;
        using var bytes = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        bytes.Seek(-1, SeekOrigin.End);
        return bytes.ReadByte() == 0x1A;
    }

    /// <summary>The same name with the same bytes is the same file, on any PC and after any loss of memory.</summary>
    internal static string KeyOf(string name, string sha256) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{sha256}")));
}
