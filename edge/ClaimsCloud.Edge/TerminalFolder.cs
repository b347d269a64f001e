using System.Text;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>
/// A folder of the site that files are handed over in: that of the designated terminal, or the import folder of the software that sends 介護 claims. Our own corner in it is on the
/// same volume, so that a finished file gets its name in one step. A mark in the corner tells whether this is still the folder we knew: a share may go away and come back as another server.
/// </summary>
/// <param name="kind">Jobs that are placed here.</param>
internal sealed class TerminalFolder(string root, JobKind kind, EdgeSettings settings, Ledger ledger, Disk disk) {
    private const string CornerName = ".claimscloud";
    private const string MarkName = "connector";
    private string Marked => NoteOf(kind);

    public JobKind Kind => kind;

    public bool IsThere => Directory.Exists(root);

    public string Root => root;

    /// <summary>Our own corner.</summary>
    public string Corner => Path.Combine(root, CornerName);

    /// <summary>The official name of a claim file is always the same, so it has a folder of its own; the sending software looks into its import folder alone, where every name comes once.</summary>
    public string Target(Job job) => kind == JobKind.ClaimFile ? Path.Combine(root, job.Folder, job.FileName) : Path.Combine(root, job.FileName);

    /// <summary>A folder that is made only when the whole content lies ready, and stays: with it there and both others gone, the file was placed, and somebody has taken it.</summary>
    public string Begun(Job job) => kind == JobKind.ClaimFile ? Path.Combine(root, job.Folder) : Path.Combine(Corner, job.Id + ".begun");

    /// <summary>The whole content, before it has its name. Once it is there it goes only by getting that name.</summary>
    public string Unfinished(Job job) => Path.Combine(Corner, job.Id);

    /// <summary>False when what we placed into was another folder than this one and something is still uncertain there: then a person has to say which is right.</summary>
    public bool IsTheOneWeKnew() {
        var mark = Path.Combine(Corner, MarkName);
        if (File.Exists(mark) && File.ReadAllText(mark) == settings.DeviceId) return true;
        if (ledger.Note(Marked) is not null && ledger.OpenJobs().Any(j => j.Kind == kind && j.State is JobState.Placing or JobState.Placed)) return false;
        disk.MakeFolder(Corner);
        if (OperatingSystem.IsWindows()) File.SetAttributes(Corner, FileAttributes.Directory | FileAttributes.Hidden);
        disk.WriteSecret(mark, Encoding.ASCII.GetBytes(settings.DeviceId));
        ledger.Note(Marked, settings.DeviceId);
        return true;
    }

    /// <summary>Removes what jobs that are at their end left in our corner; what we do not know stays.</summary>
    public void Sweep() {
        var left = Directory.GetFileSystemEntries(Corner).Where(f => Path.GetFileName(f) != MarkName).ToList();
        if (left.Count == 0) return;
        var ended = ledger.AllJobs().Where(j => j.State is JobState.Done or JobState.Refused).Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var path in left) {
            if (!ended.Contains(Path.GetFileName(path).Split('.')[0])) continue;
            if (Directory.Exists(path)) Directory.Delete(path);
            else disk.Delete(path);
        }
    }

    /// <summary>A person says that the folders which are there now are the right ones.</summary>
    public static void Accept(Ledger ledger) {
        ledger.Note(NoteOf(JobKind.ClaimFile), null);
        ledger.Note(NoteOf(JobKind.CareClaimFile), null);
    }

    private static string NoteOf(JobKind kind) => kind == JobKind.ClaimFile ? "terminal-marked" : "care-marked";
}
