using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Connectors;

/// <summary>Asks first; then takes the connector's right away.</summary>
internal static class RevokeConnector {
    public static async Task<IResult> Show(string deviceId, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out var refusal)) return Problems.Page(visit, refusal);
        return connectors.FirstOrDefault(c => c.DeviceId == deviceId && c.RevokedAt is null) is { } connector
            ? new RazorComponentResult<RevokePage>(new { Visit = visit, Connector = connector }) : TypedResults.NotFound();
    }

    public static async Task<IResult> Handle(string deviceId, Visit visit, CloudApi api, CancellationToken stop) =>
        await api.Revoke(deviceId, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Connectors);
}
