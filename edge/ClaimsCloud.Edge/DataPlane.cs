using System.Runtime.ExceptionServices;
using ClaimsCloud.Edge.Oqs;
using ClaimsCloud.Edge.Sensors;
using ClaimsCloud.Edge.Updates;
using Microsoft.Data.Sqlite;

namespace ClaimsCloud.Edge;

/// <summary>Works the ledger off, in parts, each tried whatever became of the others. With too little room nothing new is taken in; what is here goes on.</summary>
internal sealed class DataPlane(Ledger ledger, Spool spool, JobRunner jobs, ExchangeRunner exchanges, FileCollector files, Reporter reporter, ReleaseFetch releases, DiskWatch watch, Standing standing, Alarms alarms) {
    private Exception? _outage;

    public async Task WorkOff(CancellationToken stop) {
        watch.Look();
        alarms.Set(Alarms.DiskFull, watch.IsLow, "watch");
        if (!standing.MayAct) return;
        _outage = null;
        await Try("spool", () => Done(() => spool.Sweep(ledger)));
        if (!watch.IsLow) {
            await Try("files", () => Done(files.Run));
            await Try("jobs", () => jobs.Run(stop));
            await Try("eligibility", () => exchanges.Run(stop));
        }
        await Try("reports", () => reporter.Run(stop));
        if (!watch.IsLow) await Try("release", () => releases.Fetch(stop));
        if (_outage is not null) ExceptionDispatchInfo.Throw(_outage);
    }

    private async Task Try(string part, Func<Task> work) {
        try {
            await work();
            alarms.SetStorage(null, part);
        } catch (Exception e) when (e is HttpRequestException or NotThisDeviceException) {
            _outage = e;
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException) {
            alarms.SetStorage(e, part);
        }
    }

    private static Task Done(Action work) {
        work();
        return Task.CompletedTask;
    }
}
