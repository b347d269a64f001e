namespace ClaimsCloud.Contracts;

/// <summary>What the gateway tells the portal beside the token. A browser's own header of this name never passes.</summary>
public static class GatewayHeaders {
    /// <summary>Address under which the caller reached the gateway, for example <c>https://claims.example.jp</c>; for the screen only.</summary>
    public const string PublicAddress = "X-Public-Address";

    /// <summary>Organisations where the visitor may sign in: JSON of <see cref="OrganisationName"/>s, in ASCII.</summary>
    public const string Organisations = "X-Organisations";
}

/// <param name="Id">In the gateway's configuration.</param>
public sealed record OrganisationName(string Id, string Name);
