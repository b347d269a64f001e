using System.Text.Json.Serialization;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// Every row of one scope as it lies in its store, for backups, for moving to another one and for moving to another layout. Only whoever runs the host reaches it: it reads what the types of
/// today may not know any more.
/// </summary>
public interface IScopeRows {
    /// <summary>Each row once. For a backup the scope should be at rest: not every backend can show one moment of it.</summary>
    IAsyncEnumerable<ScopeRow> Read(CancellationToken stop);

    /// <summary>Puts the rows in place of those with the same kind and id, whatever stands there. Whoever repeats it after a crash gets the same.</summary>
    Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop);

    /// <summary>Changes rows that still are what was read, while others write. Answers how many: the rest was changed or removed by somebody else and is left alone.</summary>
    Task<int> Replace(IReadOnlyList<ScopeRowChange> changes, CancellationToken stop);

    /// <summary>The stamp of the scope; it is no row. A scope in which nothing was written yet has the newest.</summary>
    Task<ScopeLayout> Layout(CancellationToken stop);

    /// <summary>Sets the stamp and, with it or not at all, what it says of the store's tables.</summary>
    Task SetLayout(ScopeLayout layout, CancellationToken stop);
}

[JsonDerivedType(typeof(DocumentRow), "document")]
[JsonDerivedType(typeof(MessageRow), "message")]
[JsonDerivedType(typeof(ConsumedRow), "consumed")]
public abstract record ScopeRow(string Id) {
    /// <summary>Of the row as it was read, where the store has one. It belongs to that store and is in no archive.</summary>
    [JsonIgnore]
    public string? Etag { get; init; }
}

/// <param name="Entries">By name of the index.</param>
public sealed record DocumentRow(string Kind, string Id, string Json, IReadOnlyList<IndexEntry> Entries) : ScopeRow(Id);

/// <param name="To">Text of the scope whose handler gets it.</param>
/// <param name="Parked">The reason, null for one that waits for delivery.</param>
/// <param name="Trace">As in <see cref="OutgoingMessage"/>.</param>
public sealed record MessageRow(string Id, string Name, string To, string Json, int Attempts, DateTimeOffset Due, string? Parked, string? Trace = null) : ScopeRow(Id);

public sealed record ConsumedRow(string Id, DateTimeOffset At) : ScopeRow(Id);

/// <param name="Was">As it was read.</param>
/// <param name="Now">Of the same kind and id.</param>
public sealed record ScopeRowChange(ScopeRow Was, ScopeRow Now) {
    public bool IsNone => (Was, Now) is (DocumentRow was, DocumentRow now) ? was.Json == now.Json && was.Entries.SequenceEqual(now.Entries) : Was == Now;
}
