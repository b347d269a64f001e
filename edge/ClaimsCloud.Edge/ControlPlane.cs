using ClaimsCloud.Contracts;
using ClaimsCloud.Edge.Sensors;
using ClaimsCloud.Edge.Updates;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge;

/// <summary>Asks the cloud for work and is the heartbeat. It lives on when the data plane cannot, so that the desk hears of a full disk or a missing folder.</summary>
internal sealed class ControlPlane(EdgeOptions options, EdgeSettings settings, Ledger ledger, CloudLine line, CloudLink cloud, DeviceKey key, Standing standing, PcHealth health, ReleaseFetch releases, Alarms alarms) {
    /// <summary>Business times are the server's; beyond this the device's own stamps would mislead a reader.</summary>
    private static readonly TimeSpan SkewAllowed = TimeSpan.FromMinutes(5);
    private (int Jobs, int All) _queue;

    public DateTimeOffset? LastHeard { get; private set; }

    /// <summary>The date in Japan by the server's clock, as far as we know it.</summary>
    public DateOnly Today => BillingDays.DateIn(line.Now);

    /// <param name="mayHold">How long the cloud may hold the line; with work under way it would repeat its jobs at once, and is not held.</param>
    /// <returns>Whether new work came.</returns>
    public async Task<bool> Ask(TimeSpan mayHold, CancellationToken stop) {
        alarms.Set(Alarms.ClockSkew, line.Skew is { } skew && skew.Duration() > SkewAllowed);
        var queue = CountQueue();
        var wait = queue.Jobs > 0 ? TimeSpan.Zero : mayHold;
        var found = LookAtPc();
        var program = Sheltered("program", null, releases.ForHeartbeat);
        try {
            var wanted = IsMemoryWhole() ? JobsWanted.Waiting : JobsWanted.AllOpen;
            var answer = await cloud.AskForWork(new WorkRequest(options.Version, queue.All, (long?)line.Skew?.TotalMilliseconds, alarms.Now, (int)wait.TotalSeconds, standing.Place, wanted, found, settings.Does) { Program = program }, wait, stop);
            LastHeard = answer.ServerTime;
            options.Heard();
            health.Told(found);
            releases.Told(program, answer.Offer);
            standing.Accepted();
            alarms.Set(Alarms.NotThisDevice, false);
            Take(answer.Jobs, wanted);
            await RenewKey(stop);
            return answer.Jobs.Count > 0;
        } catch (NotThisDeviceException e) when (e.Code == Standing.Moved && key.IsBeingReplaced) {
            // The cloud took the new key and its answer was lost.
            key.UseNext();
            line.ForgetToken();
            throw new HttpRequestException("signing in with the new key", e);
        } catch (NotThisDeviceException e) {
            standing.Lost(e.Code);
            alarms.Set(Alarms.NotThisDevice, true);
            throw;
        }
    }

    /// <summary>Once a year, and never while claims go out.</summary>
    private async Task RenewKey(CancellationToken stop) {
        var isDue = line.Now - key.Since > options.KeyLife && !BillingDays.Contains(Today);
        if (isDue || key.IsBeingReplaced) await ReplaceKey(stop);
    }

    public async Task ReplaceKey(CancellationToken stop) {
        options.Checkpoint("before key");
        await cloud.ReplaceKey(key.Next(settings.DeviceId, standing.Place), stop);
        key.UseNext();
        line.ForgetToken();
        options.Checkpoint("after key");
        alarms.Note("key renewed");
    }

    /// <summary>A heartbeat goes out even when the ledger cannot be read: then with the last number that was known.</summary>
    private (int Jobs, int All) CountQueue() => Sheltered("queue", _queue, () => {
        var exchanges = ledger.OpenExchanges();
        var jobs = ledger.OpenJobs().Count + exchanges.Count(e => e.Course is null);
        return _queue = (jobs, jobs + exchanges.Count(e => e.Course is not null && !e.IsTold) + ledger.OpenFiles().Count + ledger.OpenEvents().Count);
    });

    private bool IsMemoryWhole() => Sheltered("memory", true, () => ledger.IsComplete);

    private EdgeHealth? LookAtPc() => Sheltered("health", null, () => health.ForHeartbeat(Today));

    private void Take(IReadOnlyList<EdgeJob> jobs, JobsWanted wanted) => Sheltered("intake", 0, () => {
        // What cannot be written now, the cloud offers again.
        foreach (var job in jobs) ledger.Add(job, line.Now);
        if (wanted == JobsWanted.AllOpen) ledger.MarkComplete();
        return 0;
    });

    private T Sheltered<T>(string source, T otherwise, Func<T> work) {
        try {
            var result = work();
            alarms.SetStorage(null, source);
            return result;
        } catch (Exception e) when (e is SqliteException or IOException) {
            alarms.SetStorage(e, source);
            return otherwise;
        }
    }
}
