using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A station has one or two.</summary>
internal static class ListConnectors {
    public static async Task<Ok<List<ConnectorRow>>> Handle(TenantScope tenant, CancellationToken stop) {
        var page = await tenant.Documents.Query(
            new IndexQuery<Connector>(Connector.Kind, Connector.ByEnrolment, IndexRange.All, QueryOrder.Ascending, DocumentLimits.QueryItems), stop);
        return TypedResults.Ok(page.Items.Select(c => new ConnectorRow(c.Id, c.Value.Name, c.Value.Version, c.Value.LastSeen, c.Value.SkewMilliseconds, c.Value.QueueLength, c.Value.Alarms, c.Value.Health, c.Value.RevokedAt) {
            Program = c.Value.Program, OnHours = OnHours.Usual(c.Value.Heard),
        }).ToList());
    }
}
