using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Storage.Embedded.Keys;

namespace ClaimsCloud.Functions;

/// <param name="DataFolder">Root of the embedded stores, made when missing; not touched when <see cref="Stores"/> opens others.</param>
/// <param name="Url">Where to listen, for example <c>http://127.0.0.1:0</c> for any free port.</param>
/// <param name="GatewayPublicKeyPem">Public half of the key that signs internal tokens (P-256, PEM).</param>
/// <param name="SecretsKey">Key under which second factors are kept (32 bytes, base 64). Whoever loses it has everybody set up anew.</param>
/// <param name="EdgeTokenKeyPem">Private key for the connectors' bearer tokens (P-256, PEM). Every instance needs the same one.</param>
public sealed record FunctionsOptions(string DataFolder, string Url, string GatewayPublicKeyPem, string EdgeTokenKeyPem, string SecretsKey) {
    public TimeProvider Time { get; init; } = TimeProvider.System;
    public IdSource Ids { get; init; } = new RandomIds();
    /// <summary>Under which the embedded stores are encrypted; null leaves them in the clear. Other stores are encrypted by their platform.</summary>
    public StoreKeys? StoreKeys { get; init; }
    /// <summary>Null for the embedded stores.</summary>
    public OpenStores? Stores { get; init; }
    /// <summary>A RabbitMQ that carries messages to the handlers of all nodes (<c>amqp://…</c>); null keeps them in this process.</summary>
    public Uri? Broker { get; init; }
    /// <summary>Set where the Functions host of Azure calls timers and queues from outside (custom handler); null runs both in this process.</summary>
    public SendWake? Wakes { get; init; }
    /// <summary>Fee tables of all stations: those the product carries, and imported masters.</summary>
    public FeeSchedules Fees { get; init; } = FeeSchedules.BuiltIn;
    /// <summary>Where traces, metrics and logs go (OTLP over HTTP); null: nowhere.</summary>
    public Uri? Collector { get; init; }
    /// <summary>Null logs to the console.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}

/// <summary>Opens the stores of this host, which closes them; commits with messages go to the signal.</summary>
public delegate IStores OpenStores(TimeProvider time, OutboxSignal signal);
