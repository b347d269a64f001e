using System.Globalization;
using System.Text.Json;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>
/// What the Functions host posts to a trigger: <c>{"Data":{binding:…},"Metadata":{…}}</c>. Texts come as JSON inside a JSON string, numbers as strings; both are also taken
/// plain, as the host's documentation shows them.
/// </summary>
internal sealed record HostInvocation(IReadOnlyDictionary<string, JsonElement> Data, IReadOnlyDictionary<string, JsonElement> Metadata) {
    /// <exception cref="JsonException">It is not the host's form.</exception>
    public static async Task<HostInvocation> Read(Stream body, CancellationToken stop) =>
        await JsonSerializer.DeserializeAsync<HostInvocation>(body, cancellationToken: stop) is { Data: not null, Metadata: not null } read
            ? read : throw new JsonException("Data or Metadata is missing.");

    /// <summary>The text of a binding, out of however many layers of JSON.</summary>
    public string Text(string binding) => Data.TryGetValue(binding, out var value) ? Unwrapped(value) : throw new JsonException($"Data has no '{binding}'.");

    /// <summary>How often this message was taken from its queue, this time included; 1 where the host does not say.</summary>
    public int DequeueCount => Metadata.TryGetValue("DequeueCount", out var count) && int.TryParse(Unwrapped(count), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private static string Unwrapped(JsonElement value) {
        if (value.ValueKind != JsonValueKind.String) return value.GetRawText();
        var text = value.GetString()!;
        if (!text.StartsWith('"')) return text;
        using var inner = JsonDocument.Parse(text);
        return Unwrapped(inner.RootElement);
    }
}
