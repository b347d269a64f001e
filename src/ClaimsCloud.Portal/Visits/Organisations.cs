using System.Text.Json;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Visits;

/// <summary>Where the visitor may sign in beside a password, as the gateway says.</summary>
internal static class Organisations {
    public static IReadOnlyList<OrganisationName> Of(HttpRequest request) =>
        request.Headers[GatewayHeaders.Organisations].ToString() is { Length: > 0 } names ? JsonSerializer.Deserialize<OrganisationName[]>(names) ?? [] : [];
}
