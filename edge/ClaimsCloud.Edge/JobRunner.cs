using ClaimsCloud.Contracts;

namespace ClaimsCloud.Edge;

/// <summary>Cloud to site: fetch, place, look again, tell. Each call does one step of one job; a job that cannot go on now waits for the next call.</summary>
internal sealed class JobRunner(EdgeOptions options, EdgeSettings settings, Ledger ledger, CloudLink cloud, Alarms alarms) {
    /// <summary>Our own corner of the terminal's folder: on the same volume, so that a finished file gets its name in one step.</summary>
    private const string UnfinishedFolder = ".claimscloud";

    private readonly HashSet<string> _placedBeforeThisScan = [];

    public async Task Run(CancellationToken stop) {
        alarms.Set(Alarms.OutFolderMissing, !Directory.Exists(settings.TerminalOut));
        HttpRequestException? outage = null;
        foreach (var job in ledger.OpenJobs()) {
            try {
                await Step(job, stop);
            } catch (HttpRequestException e) {
                // One content that does not come must not hold up the other jobs; the caller hears of it afterwards.
                outage = e;
            } catch (CloudRefusedException) {
                Refuse(job, "content-refused");
            }
        }
        if (outage is not null) throw outage;
    }

    private async Task Step(Job job, CancellationToken stop) {
        switch (job.State) {
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

    private bool TerminalIsThere => Directory.Exists(settings.TerminalOut);

    private string Spool(Job job) => Path.Combine(options.DataFolder, "spool", $"job-{job.Id}");

    private string Target(Job job) => Path.Combine(settings.TerminalOut, job.Folder, job.FileName);

    private async Task Fetch(Job job, CancellationToken stop) {
        if (!IsPlainName(job.Folder) || !IsPlainName(job.FileName)) {
            Refuse(job, "bad-name");
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Spool(job))!);
        options.Checkpoint("before fetch");
        await using (var spool = new FileStream(Spool(job), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)) {
            if (spool.Length < job.Size) await cloud.Download(job.Id, spool, stop);
            spool.Flush(flushToDisk: true);
        }
        options.Checkpoint("after fetch");
        if (DurableFiles.Hash(Spool(job)) is var hash && hash != job.Sha256) {
            // Half a download of another try, or a broken line: begin anew. The job stays where it was.
            File.Delete(Spool(job));
            throw new HttpRequestException("the content is not the sealed one");
        }
        Tell(job, JobState.Fetched, JobEventKind.Fetched, hash);
    }

    /// <summary>After a restart nobody knows whether the file got its name: look first, then act.</summary>
    private void Place(Job job) {
        var target = Target(job);
        var unfinished = Path.Combine(settings.TerminalOut, UnfinishedFolder, job.Id);
        options.Checkpoint("before look");
        Directory.CreateDirectory(Path.GetDirectoryName(unfinished)!);
        if (!File.Exists(target)) {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            DurableFiles.Copy(Spool(job), unfinished);
            options.Checkpoint("before rename");
            DurableFiles.MoveNew(unfinished, target);
            options.Checkpoint("after rename");
        }
        File.Delete(unfinished);
        DurableFiles.FlushFolder(settings.TerminalOut);
        if (DurableFiles.Hash(target) is not { } hash) return;
        if (hash != job.Sha256) Refuse(job, "foreign-file");
        else Tell(job, JobState.Placed, JobEventKind.Placed, hash);
    }

    /// <summary>A scan later the file must still be there, unchanged: what a virus scanner or a person took away is no placed file.</summary>
    private void LookAgain(Job job) {
        if (_placedBeforeThisScan.Add(job.Id)) return;
        options.Checkpoint("before second look");
        if (!File.Exists(Target(job))) Refuse(job, "placed-file-missing");
        else if (DurableFiles.Hash(Target(job)) is not { } hash) return;
        else if (hash != job.Sha256) Refuse(job, "placed-file-changed");
        else Tell(job, JobState.Done, JobEventKind.SeenUnchanged, hash);
        File.Delete(Spool(job));
        _placedBeforeThisScan.Remove(job.Id);
    }

    private void Refuse(Job job, string code) {
        alarms.Note($"job {job.Id} refused {code}");
        ledger.Move(job, JobState.Refused, new($"{job.Id}.refused", JobEventKind.Refused, null, options.Time.GetUtcNow(), code));
    }

    private void Tell(Job job, JobState to, JobEventKind kind, string? hash) {
        alarms.Note($"job {job.Id} {kind}");
        ledger.Move(job, to, new($"{job.Id}.{kind}", kind, hash, options.Time.GetUtcNow(), null));
    }

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] != '.';
}
