using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>The way of one message from the pump to its handler: inside this process (<see cref="MessageHandlers"/>), or over a broker to another one.</summary>
public interface IMessageLine {
    /// <summary>
    /// Answers when the handler is done, however long it takes; a line that is broken is waited for, and the message may then arrive twice. What a
    /// handler throws is an answer.
    /// </summary>
    /// <param name="from">The scope in whose outbox the message lies.</param>
    Task<LineAnswer> Deliver(OutboxMessage message, ScopeName from, CancellationToken stop);
}

/// <param name="FailedBy">Type of what the handler threw or a code, without contents; empty when the message was handled.</param>
/// <param name="Fault">Whose fault it was.</param>
public readonly record struct LineAnswer(string FailedBy, LineFault Fault = LineFault.OfMessage) {
    public static readonly LineAnswer Handled = new("");
    public static LineAnswer Failed(string by) => new(by);
    public static LineAnswer Outage(string code) => new(code, LineFault.OfStore);

    public bool IsHandled => FailedBy.Length == 0;
}

public enum LineFault {
    /// <summary>Or of its handler: after the last try it is parked.</summary>
    OfMessage,
    /// <summary>The stores were away or full: that counts as no try.</summary>
    OfStore,
}
