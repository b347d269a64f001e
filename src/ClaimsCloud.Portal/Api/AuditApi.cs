using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Api;

/// <summary>What a page can read of the audit log: a station's own, or for a person of the vendor that of the platform plane.</summary>
internal sealed class AuditApi(CloudConnection cloud, Visit visit, IHttpContextAccessor call) {
    public Task<Answer<AuditPage>> Log(string? act, string? search, string? after, CancellationToken stop) =>
        cloud.Ask<AuditPage>(HttpMethod.Get, Paths.Query(visit.AtDesk ? AuditRoutes.PlatformLog : AuditRoutes.Log, ("act", act), ("search", search), ("after", after)), Token, null, stop);

    /// <summary>The caller disposes the answer.</summary>
    public Task<Answer<HttpResponseMessage>> File(CancellationToken stop) => cloud.Open(visit.AtDesk ? AuditRoutes.PlatformExport : AuditRoutes.Export, Token, stop);

    private string Token => GatewayToken.Read(call.HttpContext!.Request) ?? throw new InvalidOperationException("This call carries no token.");
}
