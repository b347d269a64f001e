using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Functions;

/// <param name="DataFolder">Root of the embedded stores; made when missing.</param>
/// <param name="Url">Where to listen, for example <c>http://127.0.0.1:0</c> for any free port.</param>
/// <param name="GatewayPublicKeyPem">Public half of the key that signs internal tokens (P-256, PEM).</param>
/// <param name="EdgeTokenKeyPem">Private key for the connectors' bearer tokens (P-256, PEM). Every instance needs the same one.</param>
public sealed record FunctionsOptions(string DataFolder, string Url, string GatewayPublicKeyPem, string EdgeTokenKeyPem) {
    public TimeProvider Time { get; init; } = TimeProvider.System;
    public IdSource Ids { get; init; } = new RandomIds();
    /// <summary>Null logs to the console.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}
