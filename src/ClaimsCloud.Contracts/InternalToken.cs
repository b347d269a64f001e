namespace ClaimsCloud.Contracts;

/// <summary>
/// Shape of the token the gateway puts on every call it forwards to the functions host: a JWT signed ES256 with the gateway's P-256 key.
/// The functions host holds the public half only. <c>exp</c> is required; a few minutes are enough, the gateway makes a new one a call.
/// </summary>
public static class InternalToken {
    public const string Algorithm = "ES256";
    public const string Issuer = "claimscloud-gateway";
    public const string Audience = "claimscloud-internal";

    /// <summary>Claim: the person's id; for <see cref="GatewayRole"/> the name of the gateway instance.</summary>
    public const string Subject = "sub";
    /// <summary>Claim: the tenant's id; absent for the desk and for the gateway itself. The only source of the tenant.</summary>
    public const string Tenant = "tenant";
    /// <summary>Claim: exactly one of the roles below.</summary>
    public const string Role = "role";
    /// <summary>Claim: the person's name, for the screen only.</summary>
    public const string Name = "name";
    /// <summary>Claim: the station's name, for the screen only; absent for the desk.</summary>
    public const string Station = "station";

    /// <summary>Claim: the address that the call came from, for the audit log.</summary>
    public const string From = "from";

    /// <summary>A person of a station. Needs <see cref="Tenant"/>.</summary>
    public const string BillerRole = "biller";
    /// <summary>A person of the vendor's desk. A token with this role and a tenant is refused.</summary>
    public const string DeskRole = "desk";
    /// <summary>The gateway in its own name, for <see cref="PortalRoutes.SignIn"/>.</summary>
    public const string GatewayRole = "gateway";
}
