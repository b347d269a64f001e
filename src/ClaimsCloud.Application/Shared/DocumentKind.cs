namespace ClaimsCloud.Application.Shared;

/// <summary>A sort of document with its name in the store and every index it may be asked by. Declared once, next to the record it stores.</summary>
/// <param name="Name">Lower-case ASCII; never reused for another shape.</param>
public sealed record DocumentKind<T>(string Name, params DocumentIndex<T>[] Indexes) where T : class;

/// <summary>The value is taken when the document is written; null keeps the document out of the index. Order is by UTF-8 bytes.</summary>
public sealed record DocumentIndex<T>(string Name, Func<T, string?> Value) where T : class;

/// <param name="Etag">Changes with every write, never comes back.</param>
public sealed record Stored<T>(DocumentKind<T> Kind, string Id, T Value, string Etag) where T : class;
