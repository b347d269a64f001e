using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ClaimsCloud.Application.Shared;

/// <summary>How documents, messages and stored rows are written: the same everywhere, so that a store can be read by any version after.</summary>
public static class Json {
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>An enumeration's value in the words of the wire: isNot, likelyReturn.</summary>
    public static string CamelCase<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    public static bool TryCamelCase<T>(string? text, out T value) where T : struct, Enum {
        foreach (var candidate in Enum.GetValues<T>())
            if (CamelCase(candidate) == text) {
                value = candidate;
                return true;
            }
        value = default;
        return false;
    }
}
