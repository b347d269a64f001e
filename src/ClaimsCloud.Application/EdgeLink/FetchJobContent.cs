using ClaimsCloud.Application.Shared;
using Microsoft.AspNetCore.Http;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>The sealed bytes, to the connector that has the job.</summary>
internal static class FetchJobContent {
    public static async Task<IResult> Handle(string jobId, TenantScope tenant, Caller device, CancellationToken stop) =>
        await tenant.Documents.Get(Job.Kind, jobId, stop) is { } job && job.Value.DeviceId == device.Id
        && (await tenant.Documents.Get(Connector.Kind, device.Id, stop))?.Value.RevokedAt is null
            ? new RangedContent(tenant.Blobs, job.Value.Blob, job.Value.Sha256, job.Value.FileName)
            : new Refused(Refusals.NotFound);
}
