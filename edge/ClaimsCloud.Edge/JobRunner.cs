using System.Runtime.ExceptionServices;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>Cloud to site: fetch, place, look again, tell. Each call does one step of each job; a job that cannot go on now waits for the next call.</summary>
internal sealed class JobRunner(EdgeOptions options, EdgeSettings settings, Ledger ledger, Spool spool, CloudLink cloud, Alarms alarms) {
    /// <summary>Our own corner of the terminal's folder: on the same volume, so that a finished file gets its name in one step.</summary>
    private const string UnfinishedFolder = ".claimscloud";

    private readonly Dictionary<string, long> _placedAt = new(StringComparer.Ordinal);
    private readonly LongWaits _waits = new(options.WaitAllowed, options.Time);

    /// <summary>One job that fails must not hold up the others; the caller hears of the failure afterwards, of the disk's before the line's.</summary>
    public async Task Run(CancellationToken stop) {
        alarms.Set(Alarms.OutFolderMissing, !TerminalIsThere);
        Exception? failure = null;
        foreach (var job in ledger.OpenJobs()) {
            try {
                await Step(job, stop);
            } catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException) {
                if (failure is null or HttpRequestException) failure = e;
            } catch (CloudRefusedException) {
                Refuse(job, "content-refused");
            }
        }
        alarms.Set(Alarms.JobWaiting, _waits.Any([.. ledger.OpenJobs().Select(j => (j.Id, j.State.ToString()))]));
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    private bool TerminalIsThere => Directory.Exists(settings.TerminalOut);

    private string Target(Job job) => Path.Combine(settings.TerminalOut, job.Folder, job.FileName);

    private async Task Step(Job job, CancellationToken stop) {
        switch (job.State) {
            case JobState.Created when !IsPlainName(job.Id) || !IsPlainName(job.Folder) || !IsPlainName(job.FileName):
                Refuse(job, "bad-name");
                break;
            case JobState.Created:
                await Fetch(job, stop);
                break;
            case JobState.Fetched when TerminalIsThere:
                ledger.Move(job, JobState.Placing);
                Place(job);
                break;
            case JobState.Placing when TerminalIsThere:
                Place(job);
                break;
            case JobState.Placed when TerminalIsThere:
                LookAgain(job);
                break;
        }
    }

    private async Task Fetch(Job job, CancellationToken stop) {
        options.Checkpoint("before fetch");
        await using (var copy = new FileStream(spool.Of(job), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)) {
            if (copy.Length < job.Size) await cloud.Download(job.Id, copy, stop);
            copy.Flush(flushToDisk: true);
        }
        spool.Flush();
        options.Checkpoint("after fetch");
        var hash = DurableFiles.Hash(spool.Of(job));
        alarms.Set(Alarms.ContentDamaged, hash != job.Sha256, job.Id);
        if (hash != job.Sha256) {
            // Half a download of another try, or a broken line: begin anew. The job stays where it was.
            File.Delete(spool.Of(job));
            throw new HttpRequestException("the content is not the sealed one");
        }
        Tell(job, JobState.Fetched, JobEventKind.Fetched, hash);
    }

    /// <summary>After a restart nobody knows whether the file got its name: look first, then act.</summary>
    private void Place(Job job) {
        var target = Target(job);
        var folder = Path.GetDirectoryName(target)!;
        var corner = Path.Combine(settings.TerminalOut, UnfinishedFolder);
        var unfinished = Path.Combine(corner, job.Id);
        options.Checkpoint("before look");
        DurableFiles.MakeFolder(corner);
        if (OperatingSystem.IsWindows()) File.SetAttributes(corner, FileAttributes.Directory | FileAttributes.Hidden);
        if (!File.Exists(target)) {
            if (DurableFiles.Hash(spool.Of(job)) != job.Sha256) {
                // The disk lost our copy: fetch it once more. The event of the first time stands.
                File.Delete(spool.Of(job));
                ledger.Move(job, JobState.Created);
                return;
            }
            DurableFiles.MakeFolder(folder);
            DurableFiles.Copy(spool.Of(job), unfinished);
            if (DurableFiles.Hash(unfinished) != job.Sha256) throw new IOException("the terminal's disk gave back other bytes than it got");
            options.Checkpoint("before rename");
            DurableFiles.MoveNew(unfinished, target);
            options.Checkpoint("after rename");
        }
        File.Delete(unfinished);
        if (!File.Exists(target)) return;
        DurableFiles.FlushFolder(folder);
        DurableFiles.FlushFolder(settings.TerminalOut);
        if (DurableFiles.Hash(target) is not { } hash) return;
        if (hash != job.Sha256) Refuse(job, "foreign-file");
        else Tell(job, JobState.Placed, JobEventKind.Placed, hash);
    }

    /// <summary>A scan later the file must still be there, unchanged: what a virus scanner or a person took away is no placed file.</summary>
    private void LookAgain(Job job) {
        if (_placedAt.TryAdd(job.Id, options.Time.GetTimestamp()) || options.Time.GetElapsedTime(_placedAt[job.Id]) < options.ScanEvery) return;
        options.Checkpoint("before second look");
        if (!File.Exists(Target(job))) Refuse(job, "placed-file-missing");
        else if (DurableFiles.Hash(Target(job)) is not { } hash) return;
        else if (hash != job.Sha256) Refuse(job, "placed-file-changed");
        else Tell(job, JobState.Done, JobEventKind.SeenUnchanged, hash);
        File.Delete(spool.Of(job));
        _placedAt.Remove(job.Id);
    }

    private void Refuse(Job job, string code) {
        alarms.Note($"job {job.Id} refused {code}");
        alarms.Set(Alarms.ContentDamaged, false, job.Id);
        ledger.Move(job, JobState.Refused, new($"{job.Id}.refused", JobEventKind.Refused, null, options.Time.GetUtcNow(), code));
    }

    private void Tell(Job job, JobState to, JobEventKind kind, string? hash) {
        alarms.Note($"job {job.Id} {kind}");
        ledger.Move(job, to, new($"{job.Id}.{kind}", kind, hash, options.Time.GetUtcNow(), null));
    }

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] != '.';
}
