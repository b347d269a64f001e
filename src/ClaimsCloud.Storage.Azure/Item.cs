using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Storage.Azure;

/// <summary>What lies in the container: a document, a message of the outbox, the id of a consumed message, or the stamp of the scope.</summary>
internal sealed record Item {
    /// <summary>A quote costs two bytes and a Japanese character its own: <see cref="DocumentLimits"/> counts on it.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Id { get; init; }
    public required string Tenant { get; init; }
    public required string Scope { get; init; }

    /// <summary>JSON as a text: Cosmos keeps numbers as doubles, in which a large integer of ours would not come back.</summary>
    public string? Body { get; init; }

    /// <summary>kind -> index -> <see cref="OrderedKey"/>.</summary>
    public Dictionary<string, Dictionary<string, string>>? Keys { get; init; }

    public OutboxRow? Outbox { get; init; }

    /// <summary>Of a message; beside <see cref="Outbox"/>, where everything is indexed.</summary>
    public string? Trace { get; init; }

    /// <summary>When the message was consumed, sortable.</summary>
    public string? Consumed { get; init; }

    /// <summary>In what layout the rows of the scope are; missing for the first one.</summary>
    public ScopeLayout? Layout { get; init; }

    [JsonPropertyName("_etag")]
    public string? Etag { get; init; }

    public const string LayoutId = "~layout";
    public static string DocumentId(string kind, string id) => $"{kind}~{id}";
    public static string MessageId(string id) => $"~message~{id}";
    public static string ConsumedId(string id) => $"~consumed~{id}";

    public Stored<T> As<T>(DocumentKind<T> kind) where T : class => new(kind, Id[(kind.Name.Length + 1)..],
        JsonSerializer.Deserialize<T>(Body!, Json.Options) ?? throw new JsonException($"{kind.Name} is null."), Etag!);

    public Stream ToStream() => new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(this, Options));

    public static async Task<Item> Read(Stream json, CancellationToken stop) =>
        await JsonSerializer.DeserializeAsync<Item>(json, Options, stop) ?? throw new JsonException("An item is null.");
}

/// <param name="Number">Sorts messages by when they were committed.</param>
/// <param name="To">Text of the scope.</param>
/// <param name="Due">UTC ticks as 19 digits: numbers of that size do not survive in Cosmos.</param>
internal sealed record OutboxRow(string Id, string Number, string Name, string To, int Attempts, string Due, string? Parked = null);
