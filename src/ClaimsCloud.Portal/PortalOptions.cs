namespace ClaimsCloud.Portal;

/// <param name="Url">Where to listen, for example <c>http://127.0.0.1:0</c> for any free port. Never a public address: that is the gateway's.</param>
/// <param name="Functions">Address of the functions host.</param>
/// <param name="GatewayPublicKeyPem">Public half of the key that signs internal tokens (P-256, PEM).</param>
public sealed record PortalOptions(string Url, Uri Functions, string GatewayPublicKeyPem) {
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>Where traces, metrics and logs go (OTLP over HTTP); null: nowhere.</summary>
    public Uri? Collector { get; init; }
    /// <summary>Null logs to the console.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}
