using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Book;

/// <summary>The newest version with all its tables: what the desk edits, also when its day has not come.</summary>
internal static class ReadBook {
    public static async Task<Ok<BookDetail>> Handle(PlatformScope platform, CancellationToken stop) {
        var book = await Books.Newest(platform, stop);
        return TypedResults.Ok(new BookDetail(book.Version, book.ValidFrom, platform.Today(), [.. BookTables.All.Select(t => Table(t, book))]));
    }

    private static BookTableRow Table(BookTable table, OnboardingBook book) => new(table.Name, table.Title, table.IsFixed, [.. table.Columns.Select(c => c.Label)],
        [.. book.Tables[table.Name].Select(r => new BookRow(r["key"], [.. table.Columns.Select(c => Shown(c, r.GetValueOrDefault(c.Name, "")))], [.. table.Columns.Select(c => FormFields.Field(c, r.GetValueOrDefault(c.Name, "")))]))],
        [.. table.Columns.Select(c => FormFields.Field(c, ""))]);

    private static string Shown(BookColumn column, string value) => column.Kind switch {
        BookColumnKind.YesNo => value == "yes" ? "はい" : "",
        BookColumnKind.Choices when column.Options == BookTables.Prefectures && value.Split(' ').Length == BookTables.Prefectures.Count => "全都道府県",
        BookColumnKind.Choice or BookColumnKind.Choices => string.Join('、', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => BookTables.Label(column.Choices, v))),
        BookColumnKind.Number when value.Length > 0 => $"{long.Parse(value):#,0}{column.Unit}",
        _ => value,
    };
}
