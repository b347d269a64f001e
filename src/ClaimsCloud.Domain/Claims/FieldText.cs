using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Claims;

/// <summary>One value as a person reads it. What cannot be understood is shown as it stands.</summary>
internal static class FieldText {
    public static string Of(in Record record, FieldLayout field, ClaimSpec spec) {
        var position = field.Position;
        var raw = record.Text(position) ?? "";
        return field.Content switch {
            FieldContent.Yen when record.Number(position) is { } yen => $"{yen:N0}円",
            FieldContent.Days when record.Number(position) is { } days => $"{days}日",
            FieldContent.Date when record.Date(position) is { } date => JapaneseEra.Format(date),
            FieldContent.Month when record.Month(position) is { } month => JapaneseEra.Format(month),
            FieldContent.Time when record.Time(position) is { } time => $"{time.Hour}時{time.Minute:00}分",
            FieldContent.Code when field.CodeTable is { } table => Meaning(spec, table, raw),
            FieldContent.CodeList when field is { CodeTable: { } table, CodeWidth: > 0 } =>
                string.Join("、", record.Codes(position, field.CodeWidth).Select(code => Meaning(spec, table, code))),
            _ => raw,
        };
    }

    private static string Meaning(ClaimSpec spec, string table, string code) =>
        spec.Table(table).Meaning(code) is { } meaning ? $"{code} {meaning}" : code;
}
