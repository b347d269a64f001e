using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ClaimsCloud.Application.Shared;

/// <summary>How documents, messages and stored rows are written: the same everywhere, so that a store can be read by any version after.</summary>
public static class Json {
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>
    /// For messages that come in, perhaps from another version: what a record of today needs must be there, or the message is not readable. What it does not know is passed over; whoever sends
    /// something that must not be passed over gives the message a new name.
    /// </summary>
    public static readonly JsonSerializerOptions Incoming = new(Options) {
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatHasNoDefault } },
    };

    private static void RequireWhatHasNoDefault(JsonTypeInfo type) {
        // A null is not written, so it cannot be asked for.
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } parameter && Nullable.GetUnderlyingType(parameter.ParameterType) is null) property.IsRequired = true;
    }

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
