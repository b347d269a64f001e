namespace ClaimsCloud.Contracts;

/// <summary>What the gateway tells the portal beside the token. A browser's own header of this name never passes.</summary>
public static class GatewayHeaders {
    /// <summary>Address under which the caller reached the gateway, for example <c>https://claims.example.jp</c>; for the screen only.</summary>
    public const string PublicAddress = "X-Public-Address";
}
