namespace ClaimsCloud.Gateway;

/// <summary>Under which address a browser reaches this gateway. Passkeys and the way back from an organisation are bound to it, so where it is set, what a caller writes into Host changes nothing.</summary>
internal sealed class PublicAddress(Uri? set) {
    private readonly string? set = set?.GetLeftPart(UriPartial.Authority);

    /// <returns>Scheme, host and port, for example <c>https://claims.example.jp</c>.</returns>
    public string Of(HttpContext call) => set ?? $"{call.Request.Scheme}://{call.Request.Host}";
}
