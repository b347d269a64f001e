using System.Net;
using ClaimsCloud.Gateway.Organisations;

namespace ClaimsCloud.Gateway;

/// <param name="Url">Where to listen, for example <c>http://127.0.0.1:0</c> for any free port.</param>
/// <param name="Portal">Address of the portal host.</param>
/// <param name="Functions">Address of the functions host.</param>
/// <param name="SigningKeyPem">Private key for internal tokens (P-256, PEM). The portal and the functions host hold the public half.</param>
public sealed record GatewayOptions(string Url, Uri Portal, Uri Functions, string SigningKeyPem) {
    /// <summary>Where the keys of the session cookie are kept. Null: sessions end with the process.</summary>
    public string? KeysFolder { get; init; }
    /// <summary>Address under which browsers reach the gateway, for example <c>https://claims.example.jp</c>; null takes it from each call, which is for one machine only.</summary>
    public Uri? PublicAddress { get; init; }
    /// <summary>Whose people may sign in with a provider of their own.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];
    /// <summary>Ingress in front of the gateway that ends TLS: only from these networks are X-Forwarded-For and -Proto believed.</summary>
    public IReadOnlyList<IPNetwork> KnownProxies { get; init; } = [];
    public GatewayLimits Limits { get; init; } = new();
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>A JSON file that says where the hosts behind the door are, and may change while the gateway runs (README); null: where <see cref="Portal"/> and <see cref="Functions"/> say.</summary>
    public string? DestinationsFile { get; init; }
    /// <summary>Where traces, metrics and logs go (OTLP over HTTP); null: nowhere.</summary>
    public Uri? Collector { get; init; }
    /// <summary>Null logs to the console.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}

/// <summary>How often one caller may call. A page needs about five calls, a running check one a second.</summary>
public sealed record GatewayLimits {
    /// <summary>Sign-ins per five minutes from one address with one name.</summary>
    public int SignInsPerName { get; init; } = 10;
    /// <summary>Sign-ins per five minutes from one address.</summary>
    public int SignInsPerAddress { get; init; } = 50;
    /// <summary>Enrolments per five minutes from one address: the codes are short.</summary>
    public int EnrolmentsPerAddress { get; init; } = 20;
    /// <summary>Edge calls a minute with one credential.</summary>
    public int EdgeCallsPerDevice { get; init; } = 300;
    /// <summary>Edge calls a minute from one address; a head office may hold many stations.</summary>
    public int EdgeCallsPerAddress { get; init; } = 3000;
    /// <summary>Applications and drafts that one address may send in an hour: whoever sends them is not known.</summary>
    public int ApplicationsPerAddress { get; init; } = 60;
    /// <summary>Page calls a minute of one session, or of one address without one.</summary>
    public int PageCalls { get; init; } = 900;
    /// <summary>Page calls a minute of all people of one station together.</summary>
    public int PageCallsPerTenant { get; init; } = 9000;
}
