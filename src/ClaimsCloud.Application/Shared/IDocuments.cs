namespace ClaimsCloud.Application.Shared;

/// <summary>JSON documents of one scope (a tenant or the platform plane). A read sees every commit that was answered before it began.</summary>
public interface IDocuments {
    /// <summary>Null when there is none.</summary>
    Task<Stored<T>?> Get<T>(DocumentKind<T> kind, string id, CancellationToken stop) where T : class;

    /// <summary>
    /// Ordered by index value, then id. What is inserted behind the continuation while paging is seen, what is inserted before it is not, and
    /// nothing is seen twice unless its index value changes on the way.
    /// </summary>
    Task<QueryPage<T>> Query<T>(IndexQuery<T> query, CancellationToken stop) where T : class;

    /// <summary>All of the batch or nothing of it.</summary>
    Task<CommitResult> Commit(Batch batch, CancellationToken stop);
}

public enum CommitResult {
    Committed,
    /// <summary>A document was created before, is gone, or has another etag. Nothing was written.</summary>
    Conflict,
    /// <summary>The message was consumed before. Nothing was written; its effect is already there.</summary>
    AlreadyConsumed,
}

public enum QueryOrder { Ascending, Descending }

/// <param name="Limit">1 to <see cref="DocumentLimits.QueryItems"/>.</param>
public sealed record IndexQuery<T>(DocumentKind<T> Kind, DocumentIndex<T> Index, IndexRange Range, QueryOrder Order, int Limit, Continuation? After = null) where T : class {
    /// <summary>For the backends: a query over an index that was not declared, or of a size that was not agreed, is a mistake of the caller.</summary>
    public void Check() {
        if (!Kind.Indexes.Contains(Index)) throw new ArgumentException($"{Kind.Name} declares no index {Index.Name}.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Limit, DocumentLimits.QueryItems);
    }
}

/// <param name="Next">Null at the end.</param>
public sealed record QueryPage<T>(IReadOnlyList<Stored<T>> Items, Continuation? Next) where T : class;

/// <summary>Values from <paramref name="From"/> (included) to <paramref name="To"/> (included); null is open.</summary>
public readonly record struct IndexRange(string? From, string? To) {
    public static readonly IndexRange All;
    public static IndexRange Exactly(string value) => new(value, value);
    public static IndexRange Between(string from, string to) => new(from, to);
}
