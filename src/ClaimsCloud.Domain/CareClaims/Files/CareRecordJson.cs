using System.Text.Json;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Files;

/// <summary>
/// A line as JSON: <c>{ "line": 1, "offset": 0, "record": "control", "fields": { "RecordType": "1", … } }</c>, fields by the layout's names and left out when empty,
/// <c>more</c> for values behind the last one. A line of an unknown record, or with broken quotes, is <c>{ …, "base64": "…" }</c>.
/// </summary>
public static class CareRecordJson {
    public static void Write(Utf8JsonWriter json, CareRecord record) {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        json.WriteStartObject();
        json.WriteNumber("line", record.Line);
        json.WriteNumber("offset", record.Offset);
        if (record.Layout is { } layout && !record.HasBrokenQuotes) WriteFields(json, record, layout);
        else json.WriteBase64String("base64", record.Bytes);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, CareRecord record, RecordLayout layout) {
        json.WriteString("record", layout.Id);
        if (record is { Kind: CareLineKind.Data, RecordNumber: { } number }) json.WriteNumber("number", number);
        json.WriteStartObject("fields");
        foreach (var field in layout.Fields)
            if (record.Text(field.Position) is { } text) json.WriteString(field.English, text);
        json.WriteEndObject();
        if (record.FieldCount <= layout.Fields.Count) return;
        json.WriteStartArray("more");
        for (var position = layout.Fields.Count + 1; position <= record.FieldCount; position++) json.WriteStringValue(record.Text(position) ?? "");
        json.WriteEndArray();
    }
}
