using System.Security.Claims;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Portal.Visits;

/// <summary>Who looks at the page, as the gateway's token says. Public like every type that a component takes: Razor makes components public.</summary>
/// <param name="Station">Null at the vendor's desk.</param>
public sealed record Visit(string PersonId, string Name, string? Station, string Role, DateTimeOffset Now) {
    public bool AtDesk => Role is InternalToken.DeskRole or InternalToken.EngineerRole;
    /// <summary>She looks after the people of her house.</summary>
    public bool IsManager => Role is InternalToken.AdminRole or InternalToken.EngineerRole;
    public bool IsNurse => Role == InternalToken.NurseRole;

    /// <summary>Null for a caller without a valid token.</summary>
    internal static Visit? Of(ClaimsPrincipal user, DateTimeOffset now) => user.Identity?.IsAuthenticated != true ? null : new(
        user.FindFirst(InternalToken.Subject)?.Value ?? "", user.FindFirst(InternalToken.Name)?.Value ?? "", user.FindFirst(InternalToken.Station)?.Value,
        user.FindFirst(InternalToken.Role)?.Value ?? "", now);
}
