using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>The JSON Schema (draft 2020-12) of a month bundle, made from its tables. What it cannot say (bytes, references, periods) the rules check.</summary>
public static class BundleSchema {
    private static readonly JsonWriterOptions Written = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the schema; UTF-8, ends without a line end.</summary>
    public static void Write(Stream file) {
        using var json = new Utf8JsonWriter(file, Written);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", "urn:claimscloud:month-bundle");
        json.WriteString("title", "訪問看護ステーションの月次の記録一式");
        WriteObject(json, BundleTables.All.Where(t => t.Rows != TableRows.AnyOrAbsent).Select(t => t.Name), () => {
            foreach (var table in BundleTables.All) WriteTable(json, table);
        });
        json.WriteStartObject("$defs");
        foreach (var table in BundleTables.All) {
            json.WriteStartObject(table.Name);
            WriteObject(json, table.Columns.Where(c => c.Required).Select(c => c.Name), () => {
                foreach (var column in table.Columns) WriteColumn(json, column);
            });
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<string> required, Action properties) {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        WriteStrings(json, "required", required);
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, BundleTable table) {
        json.WriteStartObject(table.Name);
        json.WriteString("title", table.Japanese);
        if (table.Note.Length > 0) json.WriteString("description", table.Note);
        if (table.Rows != TableRows.One) {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
        }
        json.WriteString("$ref", $"#/$defs/{table.Name}");
        if (table.Rows != TableRows.One) json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, BundleColumn column) {
        json.WriteStartObject(column.Name);
        json.WriteString("title", column.Japanese);
        json.WriteString("description", BundlePage.Explanation(column));
        if (column.IsList) {
            json.WriteString("type", "array");
            if (column.MaxValues > 0) json.WriteNumber("maxItems", column.MaxValues);
            json.WriteStartObject("items");
        }
        WriteValue(json, column);
        if (column.IsList) json.WriteEndObject();
        if (column.Default.Length > 0) {
            json.WritePropertyName("default");
            if (column.Type is ColumnType.Number or ColumnType.YesNo) json.WriteRawValue(column.Default);
            else json.WriteStringValue(column.Default);
        }
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, BundleColumn column) {
        json.WriteString("type", column.Type switch { ColumnType.Number => "integer", ColumnType.YesNo => "boolean", _ => "string" });
        switch (column.Type) {
            case ColumnType.Key or ColumnType.Reference or ColumnType.References: json.WriteString("pattern", "^[^;]{1,64}$"); break;
            case ColumnType.Date or ColumnType.Dates: json.WriteString("format", "date"); break;
            case ColumnType.Month: json.WriteString("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"); break;
            case ColumnType.Time: json.WriteString("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"); break;
            case ColumnType.Digits or ColumnType.DigitsList: json.WriteString("pattern", $"^({string.Join('|', column.Lengths.Select(n => $"[0-9]{{{n}}}"))})$"); break;
            case ColumnType.Word: WriteStrings(json, "enum", column.Words.Select(w => w.Name)); break;
            case ColumnType.Code: WriteStrings(json, "enum", column.Codes.Select(c => c.Value)); break;
            case ColumnType.Number:
                json.WriteNumber("minimum", column.Min);
                json.WriteNumber("maximum", column.Max);
                break;
            case ColumnType.FullWidth or ColumnType.Katakana: json.WriteNumber("maxLength", column.MaxBytes / 2); break;
            case ColumnType.Name or ColumnType.EitherWidth or ColumnType.Free: json.WriteNumber("maxLength", column.MaxBytes); break;
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values) {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
