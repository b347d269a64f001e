namespace ClaimsCloud.Application.Shared;

/// <summary>
/// What the weaker backend (Cosmos: 100 operations, 2 MB and one partition a transaction) can do. <see cref="Batch"/> enforces it, so that
/// no backend can be more generous than another.
/// </summary>
public static class DocumentLimits {
    public const int BatchOperations = 100;
    public const int ItemBytes = 512 * 1024;
    /// <summary>Half of what Cosmos takes, less what surrounds the documents: a body travels as a text, in which a backslash counts twice.</summary>
    public const int BatchBytes = 900 * 1024;
    public const int IdLength = 200;
    public const int IndexValueBytes = 512;
    public const int QueryItems = 200;
    /// <summary>How long a consumed message id is remembered at least.</summary>
    public static readonly TimeSpan ConsumedMemory = TimeSpan.FromDays(30);

    /// <summary>Ids become parts of URLs and keys on some backends.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= IdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
