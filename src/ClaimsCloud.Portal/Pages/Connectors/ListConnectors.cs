using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Connectors;

internal static class ListConnectors {
    public static async Task<IResult> Handle(Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.Connectors(stop)).Succeeded(out var connectors, out var refusal)
            ? new RazorComponentResult<ConnectorsPage>(new { Visit = visit, Connectors = connectors })
            : Problems.Page(visit, refusal);
}
