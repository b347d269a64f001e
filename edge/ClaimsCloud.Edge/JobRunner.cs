using System.Runtime.ExceptionServices;
using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.OnSite;

namespace ClaimsCloud.Edge;

/// <summary>Cloud to site: fetch, place, look again, tell. Each call brings every job as far as it gets now; one that cannot go on waits for the next call.</summary>
internal sealed class JobRunner(EdgeOptions options, Ledger ledger, Spool spool, Disk disk, IReadOnlyList<TerminalFolder> folders, ExitKit kit, DeviceKey key, JobContent content, Alarms alarms) {
    private readonly Dictionary<string, long> _placedAt = new(StringComparer.Ordinal);
    private readonly LongWaits _waits = new(options.WaitAllowed, options.Time);

    /// <summary>One job that fails must not hold up the others; the caller hears of the failure afterwards, of the disk's before the line's.</summary>
    public async Task Run(CancellationToken stop) {
        var mayPlaceIn = folders.Where(Look).ToDictionary(f => f.Kind);
        Exception? failure = null;
        IReadOnlyList<Job> before;
        var open = ledger.OpenJobs();
        do {
            before = open;
            foreach (var job in open) if (await Try(job, mayPlaceIn.GetValueOrDefault(job.Kind), stop) is { } mine && failure is null or HttpRequestException) failure = mine;
            open = ledger.OpenJobs();
        } while (failure is null && !open.SequenceEqual(before));
        alarms.Set(Alarms.JobWaiting, _waits.Any([.. ledger.OpenJobs().Select(j => (j.Id, j.State.ToString()))]));
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    /// <returns>True when something may be placed there now.</returns>
    private bool Look(TerminalFolder folder) {
        var (isThere, source) = (folder.IsThere, folder.Kind.ToString());
        alarms.Set(folder.Kind == JobKind.ClaimFile ? Alarms.OutFolderMissing : Alarms.CareFolderMissing, !isThere);
        var mayPlace = isThere && folder.IsTheOneWeKnew();
        alarms.Set(Alarms.FolderChanged, isThere && !mayPlace, source);
        if (mayPlace) folder.Sweep();
        return mayPlace;
    }

    private async Task<Exception?> Try(Job job, TerminalFolder? folder, CancellationToken stop) {
        try {
            await Step(job, folder, stop);
            return null;
        } catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException) {
            return e;
        } catch (CloudRefusedException) {
            Refuse(job, "content-refused");
            return null;
        }
    }

    /// <param name="folder">Null while nothing may be placed.</param>
    private async Task Step(Job job, TerminalFolder? folder, CancellationToken stop) {
        switch (job.State) {
            case JobState.Created when !PlainName.Is(job.Id) || !PlainName.Is(job.Folder) || !PlainName.Is(job.FileName):
                Refuse(job, "bad-name");
                break;
            case JobState.Created:
                Tell(job, JobState.Fetched, JobEventKind.Fetched, await content.Fetch(job, stop));
                break;
            case JobState.Fetched when folder is not null:
                ledger.Move(job, JobState.Placing);
                Place(job, folder);
                break;
            case JobState.Placing when folder is not null:
                Place(job, folder);
                break;
            case JobState.Placed when folder is not null:
                LookAgain(job, folder);
                break;
        }
    }

    /// <summary>
    /// After a restart nobody knows whether the file got its name: look first, then act. The folder that says so is made only when the whole content lies ready in our
    /// corner, and that goes only by getting its name: with the folder there and both gone, it was placed, and somebody has taken it.
    /// </summary>
    private void Place(Job job, TerminalFolder terminal) {
        var (target, unfinished, begun) = (terminal.Target(job), terminal.Unfinished(job), terminal.Begun(job));
        options.Checkpoint("before look");
        if (!File.Exists(target)) {
            if (!File.Exists(unfinished) && Directory.Exists(begun)) {
                Refuse(job, "placed-file-missing");
                return;
            }
            if (!LayReady(job, unfinished)) return;
            disk.MakeFolder(begun);
            disk.MoveNew(unfinished, target);
        }
        disk.Delete(unfinished);
        if (!File.Exists(target)) return;
        disk.FlushFolder(Path.GetDirectoryName(target)!);
        disk.FlushFolder(terminal.Root);
        if (disk.Hash(target) is not { } hash) return;
        if (hash != job.Sha256) Refuse(job, "foreign-file");
        else Tell(job, JobState.Placed, JobEventKind.Placed, hash);
    }

    /// <returns>False when our own copy is gone and has to be fetched once more.</returns>
    private bool LayReady(Job job, string unfinished) {
        if (disk.Hash(unfinished) == job.Sha256) return true;
        if (disk.Hash(spool.Of(job)) != job.Sha256) {
            // The disk lost our copy. The event of the first time stands.
            disk.Delete(spool.Of(job));
            ledger.Move(job, JobState.Created);
            return false;
        }
        var part = unfinished + ".part";
        disk.Copy(spool.Of(job), part);
        if (disk.Hash(part) != job.Sha256) throw new IOException("the terminal's disk gave back other bytes than it got");
        disk.Replace(part, unfinished);
        disk.FlushFolder(Path.GetDirectoryName(unfinished)!);
        return true;
    }

    /// <summary>A scan later the file must still be there, unchanged: what a virus scanner or a person took away is no placed file.</summary>
    private void LookAgain(Job job, TerminalFolder terminal) {
        if (_placedAt.TryAdd(job.Id, options.Time.GetTimestamp()) || options.Time.GetElapsedTime(_placedAt[job.Id]) < options.ScanEvery) return;
        options.Checkpoint("before second look");
        if (!File.Exists(terminal.Target(job))) Refuse(job, "placed-file-missing");
        else if (disk.Hash(terminal.Target(job)) is not { } hash) return;
        else if (hash != job.Sha256) Refuse(job, "placed-file-changed");
        else {
            kit.Keep(job.Folder, terminal.Target(job));
            Tell(job, JobState.Done, JobEventKind.SeenUnchanged, hash);
        }
        disk.Delete(spool.Of(job));
        _placedAt.Remove(job.Id);
    }

    private void Refuse(Job job, string code) {
        alarms.Note($"job {job.Id} refused {code}");
        alarms.Set(Alarms.ContentDamaged, false, job.Id);
        ledger.Move(job, JobState.Refused, Signed(job, new($"{job.Id}.refused", JobEventKind.Refused, null, options.Time.GetUtcNow(), code)));
    }

    private void Tell(Job job, JobState to, JobEventKind kind, string? hash) {
        alarms.Note($"job {job.Id} {kind}");
        ledger.Move(job, to, Signed(job, new(Ledger.KeyOf(job.Id, kind), kind, hash, options.Time.GetUtcNow(), null)));
    }

    private JobEvent Signed(Job job, JobEvent happened) => happened with { Proof = key.Sign(EdgeProof.OfEvent(job.Id, happened)) };
}
