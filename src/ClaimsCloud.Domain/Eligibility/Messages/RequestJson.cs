using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Messages;

/// <summary>
/// Requests as JSON (stable): <c>kind</c> (<c>single-check</c>, <c>bulk-check</c>, <c>fetch</c>, <c>number-registration</c>, <c>bulk-number-registration</c>,
/// <c>consented-visits</c>, <c>medical-aid</c>) and the members of the request in camel case; days as 2026-04-01, months as 202604.
/// </summary>
public static class RequestJson {
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true, NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new MonthConverter() },
    };

    /// <exception cref="JsonException">Not a request of this form; the message says where.</exception>
    public static OqsRequest Parse(Stream json) {
        try {
            return JsonSerializer.Deserialize<OqsRequest>(json, Options) ?? throw new JsonException("null is no request");
        } catch (NotSupportedException e) {
            throw new JsonException("kind is missing", e);
        }
    }

    public static void Write(Utf8JsonWriter json, OqsRequest request) => JsonSerializer.Serialize(json, request, Options);

    private sealed class MonthConverter : JsonConverter<ServiceMonth> {
        public override ServiceMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Block.ParseMonth(reader.GetString()!) is { } month ? month : throw new JsonException("month is YYYYMM");

        public override void Write(Utf8JsonWriter writer, ServiceMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
