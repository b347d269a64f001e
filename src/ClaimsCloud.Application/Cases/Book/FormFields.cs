using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;

namespace ClaimsCloud.Application.Cases.Book;

/// <summary>Columns and answers as fields of a form. On the wire lists are set off by semicolons and a yes is <c>true</c>.</summary>
internal static class FormFields {
    public static RowField Field(BookColumn column, string value) => new(column.Name, column.Label, Kind(column.Kind), column.Required, null, column.Unit,
        column.Kind switch { BookColumnKind.Choices => value.Replace(' ', ';'), BookColumnKind.YesNo => value == "yes" ? "true" : "", _ => value }, [.. column.Choices.Select(c => new FieldOption(c.Value, c.Label))]);

    /// <summary>What came from a form, in our own words.</summary>
    public static Dictionary<string, string> Read(IEnumerable<BookColumn> columns, IReadOnlyDictionary<string, string>? cells) => columns.ToDictionary(c => c.Name, c => {
        var text = cells?.GetValueOrDefault(c.Name)?.Trim() ?? "";
        return c.Kind switch { BookColumnKind.Choices => text.Replace(';', ' '), BookColumnKind.YesNo => text is "true" or "yes" ? "yes" : "", _ => text };
    });

    private static FieldKind Kind(BookColumnKind kind) => kind switch {
        BookColumnKind.LongText => FieldKind.LongText, BookColumnKind.Number => FieldKind.Number, BookColumnKind.Date => FieldKind.Date, BookColumnKind.YesNo => FieldKind.YesNo,
        BookColumnKind.Choice => FieldKind.Choice, BookColumnKind.Choices => FieldKind.Choices, _ => FieldKind.Text,
    };
}
