using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

/// <summary>What one message changes in a projection. Messages come late, twice and in any order; each step keeps the newest and forgets nothing.</summary>
internal static class StationSteps {
    public const string Results = "results";
    private const int EndedJobsKept = 10;
    private const int OpenJobsKept = 40;

    public static StationProjection Seen(StationProjection s, ConnectorSeen seen) {
        if (s.Connectors.TryGetValue(seen.DeviceId, out var known) && IsNewer(known, seen)) return s;
        var connectors = new Dictionary<string, ConnectorSeen>(s.Connectors) { [seen.DeviceId] = seen };
        var alarms = connectors.Values.SelectMany(c => c.Alarms).Distinct().ToDictionary(code => code, code => s.AlarmsSince.TryGetValue(code, out var since) ? since : seen.At);
        return s with { Connectors = connectors, AlarmsSince = alarms };
    }

    public static StationProjection Job(StationProjection s, JobSeen job) {
        if (s.Jobs.TryGetValue(job.JobId, out var known) && (known.At > job.At || known.At == job.At && !IsOpen(known))) return s;
        var jobs = new Dictionary<string, JobSeen>(s.Jobs) { [job.JobId] = job };
        foreach (var old in jobs.Values.Where(j => !IsOpen(j)).OrderByDescending(j => j.At).Skip(EndedJobsKept).Concat(jobs.Values.Where(IsOpen).OrderByDescending(j => j.At).Skip(OpenJobsKept)).ToList()) jobs.Remove(old.JobId);
        s = s with { Jobs = jobs };
        return job.State switch { "seenUnchanged" or "answered" => Good(s, Json.CamelCase(job.Kind), job.At), "refused" or "timedOut" => Bad(s, Json.CamelCase(job.Kind), job.At), _ => s };
    }

    public static StationProjection Good(StationProjection s, string kind, DateTimeOffset at) {
        if (s.LastGood.TryGetValue(kind, out var known) && known >= at) return s;
        var failing = new Dictionary<string, DateTimeOffset>(s.FailingSince);
        if (failing.TryGetValue(kind, out var since) && since <= at) failing.Remove(kind);
        return s with { LastGood = new Dictionary<string, DateTimeOffset>(s.LastGood) { [kind] = at }, FailingSince = failing };
    }

    private static StationProjection Bad(StationProjection s, string kind, DateTimeOffset at) =>
        s.LastGood.TryGetValue(kind, out var good) && good >= at || s.FailingSince.TryGetValue(kind, out var since) && since <= at ? s
            : s with { FailingSince = new Dictionary<string, DateTimeOffset>(s.FailingSince) { [kind] = at } };

    /// <summary>Not at an end.</summary>
    public static bool IsOpen(JobSeen job) => job.State is "waiting" or "fetched" or "placed";

    /// <summary>Of the same instant, the one that names a version is from the connector itself and not from its enrolment.</summary>
    private static bool IsNewer(ConnectorSeen known, ConnectorSeen arrived) =>
        known.At > arrived.At || known.At == arrived.At && arrived.Version is null;
}
