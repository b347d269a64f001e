namespace ClaimsCloud.Application.Shared;

/// <summary>The messages that commits left in one scope. For the pump only: nobody else may read or remove them.</summary>
public interface IOutbox : IParkedMessages {
    /// <summary>Messages with one of these names whose time has come and that are not parked, oldest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> Due(IReadOnlyCollection<string> names, DateTimeOffset now, int limit, CancellationToken stop);

    /// <summary>After delivery.</summary>
    Task Delete(string id, CancellationToken stop);

    Task Retry(string id, int attempts, DateTimeOffset due, CancellationToken stop);

    /// <summary>Takes it out of delivery but keeps it, with the reason, until a person looks.</summary>
    Task Park(string id, string reason, CancellationToken stop);

    /// <summary>Names that wait for delivery; the pump parks those that no handler knows.</summary>
    Task<IReadOnlyList<string>> WaitingNames(CancellationToken stop);

    /// <summary>Forgets the ids of messages that were consumed before <paramref name="before"/>.</summary>
    Task ForgetConsumed(DateTimeOffset before, CancellationToken stop);
}

/// <summary>What a scope may do with its own messages: look at those that are parked, and try one again.</summary>
public interface IParkedMessages {
    Task<IReadOnlyList<ParkedMessage>> Parked(CancellationToken stop);

    /// <summary>Makes a parked message due, with all its tries. Nothing happens when it is not parked.</summary>
    Task Resend(string id, DateTimeOffset due, CancellationToken stop);
}

/// <param name="Attempts">Deliveries that failed so far.</param>
/// <param name="Trace">As in <see cref="OutgoingMessage"/>.</param>
public sealed record OutboxMessage(string Id, string Name, ScopeName To, string Json, int Attempts, string? Trace = null);

/// <param name="Reason">Code or type of what went wrong, without contents.</param>
public sealed record ParkedMessage(string Id, string Name, int Attempts, string Reason);
