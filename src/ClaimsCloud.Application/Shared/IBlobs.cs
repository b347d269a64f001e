namespace ClaimsCloud.Application.Shared;

/// <summary>
/// Files of one scope. Names are lower-case paths (<c>a-z 0-9 . _ -</c> between single slashes, at most 200 characters, no part with a dot at either
/// end); case matters by not existing. A blob is there whole or not at all, and never changes.
/// </summary>
public interface IBlobs {
    /// <summary>Reads the content to its end, unless the name is known to be taken. Null when the name is taken: what stands there is not touched.</summary>
    Task<BlobReceipt?> Put(string name, Stream content, CancellationToken stop);

    /// <summary>From <paramref name="offset"/>, at most <paramref name="length"/> bytes (null: to the end). Null when there is no such blob.</summary>
    Task<BlobContent?> Open(string name, long offset, long? length, CancellationToken stop);

    /// <summary>Names that begin with the prefix, by ordinal order.</summary>
    Task<IReadOnlyList<string>> List(string prefix, CancellationToken stop);

    /// <summary>Nothing happens when there is no such blob.</summary>
    Task Delete(string name, CancellationToken stop);
}

/// <param name="Sha256">Lower-case hex of what was stored.</param>
public sealed record BlobReceipt(string Sha256, long Size);

/// <param name="Content">The range that was asked for; seekable inside it.</param>
/// <param name="Size">Bytes of the whole blob.</param>
public sealed record BlobContent(Stream Content, long Size) : IAsyncDisposable {
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

public static class BlobNames {
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 200
        && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '.' or '_' or '-' or '/')
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] != '.');
}
