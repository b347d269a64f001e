using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Heartbeat and long poll. Jobs come again with every answer until the connector has reported on them.</summary>
internal static class AskForWork {
    private const int LongestWait = 60;
    private const int JobsAtOnce = 20;

    public static async Task<Results<Ok<WorkAnswer>, Refused>> Handle(WorkRequest request, TenantScope tenant, PlatformScope platform, Caller device, JobBell bell, CancellationToken stop) {
        if (await Heartbeat.Record(request, tenant, platform, device, stop) is { } refusal) return (Refused)refusal;
        var offer = await OfferRelease.For(request, platform, device, stop);
        if (request.Wanted == JobsWanted.AllOpen)
            return TypedResults.Ok(new WorkAnswer(tenant.Now, [.. await OpenJobsOf(device, tenant, stop), .. await WaitingJobsFor(request, device, tenant, stop)]) { Offer = offer });
        var end = tenant.Now.AddSeconds(Math.Clamp(request.WaitSeconds, 0, LongestWait));
        while (true) {
            var heard = bell.Listen(tenant.Id);
            var jobs = await WaitingJobsFor(request, device, tenant, stop);
            var left = end - tenant.Now;
            if (jobs.Count > 0 || left <= TimeSpan.Zero || bell.Closed) return TypedResults.Ok(new WorkAnswer(tenant.Now, jobs) { Offer = offer });
            try { await heard.WaitAsync(left, tenant.Time, stop); } catch (TimeoutException) { /* the answer is: no work */ }
        }
    }

    /// <summary>What the connector has answered for and not brought to an end; all of it, or a forgotten job would stay forgotten.</summary>
    private static async Task<IReadOnlyList<EdgeJob>> OpenJobsOf(Caller device, TenantScope tenant, CancellationToken stop) {
        var jobs = new List<EdgeJob>();
        await foreach (var job in tenant.Documents.All(Job.Kind, Job.ByUnderWay, IndexRange.All, stop))
            if (job.Value.DeviceId == device.Id) jobs.Add(Job.ForEdge(job));
        return jobs;
    }

    private static async Task<IReadOnlyList<EdgeJob>> WaitingJobsFor(WorkRequest request, Caller device, TenantScope tenant, CancellationToken stop) {
        var waiting = await Waiting(Job.ByWaiting, IndexRange.All, tenant, stop);
        if (request.Does?.Contains(JobKind.Eligibility) == true) waiting = [.. waiting, .. await Waiting(Job.ByWaitingAsk, new(null, SortKeys.Of(tenant.Now)), tenant, stop)];
        if (request.Does?.Contains(JobKind.CareClaimFile) == true) waiting = [.. waiting, .. await Waiting(Job.ByWaitingCare, IndexRange.All, tenant, stop)];
        var jobs = new List<EdgeJob>();
        foreach (var job in waiting)
            if (job.Value.DeviceId == device.Id || await Take(tenant, job, device, stop)) jobs.Add(Job.ForEdge(job));
        return jobs;
    }

    private static async Task<IReadOnlyList<Stored<Job>>> Waiting(DocumentIndex<Job> index, IndexRange range, TenantScope tenant, CancellationToken stop) =>
        (await tenant.Documents.Query(new IndexQuery<Job>(Job.Kind, index, range, QueryOrder.Ascending, JobsAtOnce), stop)).Items;

    /// <summary>A job belongs to the first connector that asks, until that one has been silent for long and has not even fetched it.</summary>
    private static async Task<bool> Take(TenantScope tenant, Stored<Job> job, Caller device, CancellationToken stop) {
        if (job.Value.DeviceId is { } owner && await tenant.Documents.Get(Connector.Kind, owner, stop) is { Value.LastSeen: { } seen }
            && tenant.Now - seen < Heartbeat.Silence) return false;
        return await tenant.Commit(tenant.Batch().Replace(job, job.Value with { DeviceId = device.Id }), stop) == CommitResult.Committed;
    }
}
