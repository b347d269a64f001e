using System.Text;

namespace ClaimsCloud.Edge;

/// <summary>
/// The terminal's folder for files to send, and our own corner in it: on the same volume, so that a finished file gets its name in one step. A mark in the corner
/// tells whether this is still the folder we knew: a share may go away and come back as another server.
/// </summary>
internal sealed class TerminalFolder(EdgeSettings settings, Ledger ledger, Disk disk) {
    private const string CornerName = ".claimscloud";
    private const string MarkName = "connector";
    private const string Marked = "terminal-marked";

    public bool IsThere => Directory.Exists(settings.TerminalOut);

    public string Root => settings.TerminalOut;

    /// <summary>Our own corner.</summary>
    public string Corner => Path.Combine(settings.TerminalOut, CornerName);

    public string Target(Job job) => Path.Combine(settings.TerminalOut, job.Folder, job.FileName);

    /// <summary>The whole content, before it has its name. Once it is there it goes only by getting that name.</summary>
    public string Unfinished(Job job) => Path.Combine(Corner, job.Id);

    /// <summary>False when what we placed into was another folder than this one and something is still uncertain there: then a person has to say which is right.</summary>
    public bool IsTheOneWeKnew() {
        var mark = Path.Combine(Corner, MarkName);
        if (File.Exists(mark) && File.ReadAllText(mark) == settings.DeviceId) return true;
        if (ledger.Note(Marked) is not null && ledger.OpenJobs().Any(j => j.State is JobState.Placing or JobState.Placed)) return false;
        disk.MakeFolder(Corner);
        if (OperatingSystem.IsWindows()) File.SetAttributes(Corner, FileAttributes.Directory | FileAttributes.Hidden);
        disk.WriteSecret(mark, Encoding.ASCII.GetBytes(settings.DeviceId));
        ledger.Note(Marked, settings.DeviceId);
        return true;
    }

    /// <summary>Removes what jobs that are at their end left in our corner; what we do not know stays.</summary>
    public void Sweep() {
        var left = Directory.GetFiles(Corner).Where(f => Path.GetFileName(f) != MarkName).ToList();
        if (left.Count == 0) return;
        var ended = ledger.AllJobs().Where(j => j.State is JobState.Done or JobState.Refused).Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in left)
            if (ended.Contains(Path.GetFileName(file).Split('.')[0])) disk.Delete(file);
    }

    /// <summary>A person says that the folder which is there now is the right one.</summary>
    public static void Accept(Ledger ledger) => ledger.Note(Marked, null);
}
