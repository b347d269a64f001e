using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// Everything one commit does in one scope: documents, messages for the outbox, ids of consumed messages. Going over a limit of
/// <see cref="DocumentLimits"/> is a mistake of the caller and throws while the batch is built.
/// </summary>
public sealed class Batch(IdSource ids) {
    private readonly List<DocumentChange> changes = [];
    private readonly List<OutgoingMessage> messages = [];
    private readonly List<string> consumed = [];
    private int bytes;

    public IReadOnlyList<DocumentChange> Changes => changes;
    public IReadOnlyList<OutgoingMessage> Messages => messages;
    public IReadOnlyList<string> Consumed => consumed;

    public Batch Create<T>(DocumentKind<T> kind, string id, T value) where T : class => Add(Write(kind, id, value, etag: null));

    public Batch Replace<T>(Stored<T> was, T value) where T : class => Add(Write(was.Kind, was.Id, value, was.Etag));

    public Batch Delete<T>(Stored<T> was) where T : class => Add(new DocumentChange(was.Kind.Name, was.Id, was.Etag, Json: null, []));

    /// <summary>To a handler of this same scope.</summary>
    public Batch Send<T>(T body) where T : class => Send(body, to: null);

    /// <summary>To a handler of the platform plane: no patient data may be in it.</summary>
    public Batch SendToPlatform<T>(T body) where T : class => Send(body, ScopeName.Platform);

    public Batch SendToTenant<T>(TenantId tenant, T body) where T : class => Send(body, ScopeName.Of(tenant));

    /// <summary>Marks the message as done in the same commit as its effect.</summary>
    public Batch Consume<T>(Received<T> message) where T : class {
        consumed.Add(message.Id);
        return Checked(0);
    }

    /// <summary>The same once more, to be committed with something else beside it; a message keeps its id.</summary>
    internal Batch Copy() {
        var copy = new Batch(ids) { bytes = bytes };
        copy.changes.AddRange(changes);
        copy.messages.AddRange(messages);
        copy.consumed.AddRange(consumed);
        return copy;
    }

    private Batch Send<T>(T body, ScopeName? to) where T : class {
        var json = JsonSerializer.Serialize(body, Json.Options);
        messages.Add(new(ids.Next(), typeof(T).Name, to, json, Activity.Current is { IdFormat: ActivityIdFormat.W3C } writing ? writing.Id : null));
        return Checked(Size("message " + typeof(T).Name, json));
    }

    private Batch Add(DocumentChange change) {
        if (!DocumentLimits.IsId(change.Id)) throw new ArgumentException($"'{change.Id}' is not an id for a {change.Kind} document.");
        if (changes.Any(c => c.Kind == change.Kind && c.Id == change.Id)) throw new ArgumentException($"{change.Kind} {change.Id} is in the batch twice.");
        changes.Add(change);
        return Checked(change.Json is null ? 0 : Size($"{change.Kind} {change.Id}", change.Json));
    }

    private Batch Checked(int added) {
        bytes += added;
        var operations = changes.Count + messages.Count + consumed.Count;
        if (operations > DocumentLimits.BatchOperations) throw new ArgumentException($"A batch holds at most {DocumentLimits.BatchOperations} operations.");
        if (bytes > DocumentLimits.BatchBytes) throw new ArgumentException($"A batch holds at most {DocumentLimits.BatchBytes} bytes.");
        return this;
    }

    private static int Size(string what, string json) {
        var size = Encoding.UTF8.GetByteCount(json);
        return size <= DocumentLimits.ItemBytes ? size : throw new ArgumentException($"{what} has {size} bytes, {DocumentLimits.ItemBytes} are allowed.");
    }

    private static DocumentChange Write<T>(DocumentKind<T> kind, string id, T value, string? etag) where T : class {
        var entries = new List<IndexEntry>(kind.Indexes.Length);
        foreach (var index in kind.Indexes) {
            if (index.Value(value) is not { } entry) continue;
            if (Encoding.UTF8.GetByteCount(entry) > DocumentLimits.IndexValueBytes) throw new ArgumentException($"Index {index.Name} of {kind.Name} {id} is too long.");
            entries.Add(new(index.Name, entry));
        }
        return new(kind.Name, id, etag, JsonSerializer.Serialize(value, Json.Options), entries);
    }
}

/// <param name="Etag">The etag that must still stand; null means that no such document may exist yet.</param>
/// <param name="Json">Null deletes.</param>
public sealed record DocumentChange(string Kind, string Id, string? Etag, string? Json, IReadOnlyList<IndexEntry> Entries);

public readonly record struct IndexEntry(string Index, string Value);

/// <param name="Name">Name of the message's type; it finds the handler.</param>
/// <param name="To">Null for the scope of the commit itself.</param>
/// <param name="Trace">W3C id of the call or message that wrote it, for the traces and nothing else; null where there was none.</param>
public sealed record OutgoingMessage(string Id, string Name, ScopeName? To, string Json, string? Trace);
