using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// What the stores of this host cannot do at the moment: said once when it begins, every ten minutes while it lasts and once when it is over, not with every call that meets it. An
/// outage is over when somebody could write again (<see cref="Look"/>), not when one small read went through.
/// </summary>
public sealed class StoreWatch(TimeProvider time, ILogger<StoreWatch> log) {
    private const string ProbeName = "store-probe";
    private const int ProbeBytes = 1024 * 1024;
    private static readonly TimeSpan SayAgain = TimeSpan.FromMinutes(10);
    private static readonly DocumentKind<StoreProbe> Kind = new(ProbeName);
    private readonly Lock gate = new();
    private (StoreTrouble Trouble, long Since, long Said, int Met)? now;

    /// <summary>Null when nothing is known to be wrong.</summary>
    public StoreTrouble? Trouble {
        get {
            lock (gate) return now?.Trouble;
        }
    }

    public void Met(StoreOutageException outage) {
        lock (gate) {
            var at = time.GetTimestamp();
            var isNews = now is not { } was || time.GetElapsedTime(was.Said, at) >= SayAgain || (outage.Trouble == StoreTrouble.Full && was.Trouble != StoreTrouble.Full);
            var worst = now?.Trouble == StoreTrouble.Full ? StoreTrouble.Full : outage.Trouble;
            now = (worst, now?.Since ?? at, isNews ? at : now!.Value.Said, (now?.Met ?? 0) + 1);
            if (!isNews) return;
        }
        var cause = outage.InnerException?.Message;
        if (outage.Trouble == StoreTrouble.Full)
            log.LogCritical("store full: nothing can be added. Calls that write are answered 503, messages wait, reads go on, nothing is lost. Make room; nothing has to be restarted. {Cause}", cause);
        else log.LogError("store away: calls are answered 503, messages wait, nothing is lost. {Cause}", cause);
    }

    /// <summary>While something is wrong: tries to write what needs some room, in the platform plane.</summary>
    public async Task Look(PlatformScope platform, CancellationToken stop) {
        if (Trouble is null) return;
        try {
            await platform.Blobs.Delete(ProbeName, stop);
            await platform.Blobs.Put(ProbeName, new MemoryStream(new byte[ProbeBytes]), stop);
            await platform.Blobs.Delete(ProbeName, stop);
            var stored = await platform.Documents.Get(Kind, ProbeName, stop);
            var probe = new StoreProbe(platform.Now);
            await platform.Commit(stored is null ? platform.Batch().Create(Kind, ProbeName, probe) : platform.Batch().Replace(stored, probe), stop);
        } catch (StoreOutageException outage) {
            Met(outage);
            return;
        }
        Over();
    }

    private void Over() {
        (StoreTrouble Trouble, long Since, long Said, int Met)? was;
        lock (gate) (was, now) = (now, null);
        if (was is { } outage) log.LogWarning("store well again after {Seconds} s, {Met} calls and looks met the outage.", (long)time.GetElapsedTime(outage.Since).TotalSeconds, outage.Met);
    }

    private sealed record StoreProbe(DateTimeOffset At);
}
