using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Messages.RabbitMq;

/// <summary>What goes over the broker: the outbox message with its envelope.</summary>
/// <param name="From">Text of the scope in whose outbox it lies.</param>
/// <param name="To">Text of the scope whose handler gets it.</param>
/// <param name="Trace">Of the call that wrote it; a node of before sends none.</param>
public sealed record HandleMessage(string Id, string Name, string From, string To, string Json, int Attempts, string? Trace = null) {
    internal static HandleMessage Of(OutboxMessage message, ScopeName from) => new(message.Id, message.Name, from.Text, message.To.Text, message.Json, message.Attempts, message.Trace);

    internal OutboxMessage Message => new(Id, Name, ScopeName.Parse(To), Json, Attempts, Trace);
}

/// <param name="FailedBy">Null when it was handled.</param>
public sealed record MessageHandled(string? FailedBy) {
    /// <summary>It failed because the stores were away. A node of a version that does not know this counts a try.</summary>
    public LineFault Fault { get; init; }

    internal static MessageHandled Of(LineAnswer answer) => new(answer.IsHandled ? null : answer.FailedBy) { Fault = answer.Fault };

    internal LineAnswer Answer => FailedBy is { } by ? new(by, Fault) : LineAnswer.Handled;
}
