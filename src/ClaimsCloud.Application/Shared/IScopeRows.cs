using System.Text.Json.Serialization;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// Every row of one scope as it lies in its store, for backups and for moving to another one. Only whoever runs the host reaches it: it goes past
/// etags and reads what the types of today may not know any more.
/// </summary>
public interface IScopeRows {
    /// <summary>Each row once. The scope should be at rest: not every backend can show one moment of it.</summary>
    IAsyncEnumerable<ScopeRow> Read(CancellationToken stop);

    /// <summary>Puts the rows in place of those with the same kind and id. Whoever repeats it after a crash gets the same.</summary>
    Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop);
}

[JsonDerivedType(typeof(DocumentRow), "document")]
[JsonDerivedType(typeof(MessageRow), "message")]
[JsonDerivedType(typeof(ConsumedRow), "consumed")]
public abstract record ScopeRow(string Id);

/// <param name="Entries">By name of the index.</param>
public sealed record DocumentRow(string Kind, string Id, string Json, IReadOnlyList<IndexEntry> Entries) : ScopeRow(Id);

/// <param name="To">Text of the scope whose handler gets it.</param>
/// <param name="Parked">The reason, null for one that waits for delivery.</param>
public sealed record MessageRow(string Id, string Name, string To, string Json, int Attempts, DateTimeOffset Due, string? Parked) : ScopeRow(Id);

public sealed record ConsumedRow(string Id, DateTimeOffset At) : ScopeRow(Id);
