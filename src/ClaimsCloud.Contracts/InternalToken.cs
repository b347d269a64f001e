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

    /// <summary>Claim: public address under which a browser reaches the gateway, for example <c>https://claims.example.jp</c>. Passkeys are bound to it.</summary>
    public const string Address = "address";

    /// <summary>Claim: the person's session; when it was ended, the token is refused.</summary>
    public const string Session = "sid";

    /// <summary>A person of a station who also looks after its people, grants and audit log. Station roles need <see cref="Tenant"/>.</summary>
    public const string AdminRole = "admin";
    /// <summary>A person of a station who makes and sends claims.</summary>
    public const string BillerRole = "biller";
    /// <summary>A person of a station who records visits.</summary>
    public const string NurseRole = "nurse";
    /// <summary>A person of the vendor's desk. A token with a role of the vendor and a tenant is refused.</summary>
    public const string DeskRole = "desk";
    /// <summary>A person of the vendor who also looks after the vendor's people and the log of the platform.</summary>
    public const string EngineerRole = "engineer";
    /// <summary>A person whose password was right and whose second factor is still asked for.</summary>
    public const string PendingRole = "pending";
    /// <summary>The gateway in its own name, for <see cref="PortalRoutes.SignIn"/>.</summary>
    public const string GatewayRole = "gateway";
}
