using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Pages.Months;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>What the desk edits: steps, items, partners, rules, prices, programmes, sheets. Each save is a new version from a day on.</summary>
internal static class Book {
    private static readonly Refusal NotFound = new("not-found", "見つかりません。", StatusCodes.Status404NotFound);

    public static async Task<IResult> Show(Visit visit, CasesApi api, CancellationToken stop) =>
        (await api.Book(stop)).Succeeded(out var book, out var refusal) ? new RazorComponentResult<BookPage>(new { Visit = visit, Book = book }) : Problems.Page(visit, refusal);

    public static async Task<IResult> ShowTable(string table, Visit visit, CasesApi api, CancellationToken stop) =>
        !(await api.Book(stop)).Succeeded(out var book, out var refusal) ? Problems.Page(visit, refusal)
            : book.Tables.FirstOrDefault(t => t.Table == table) is { } known ? new RazorComponentResult<BookTablePage>(new { Visit = visit, Book = book, Table = known }) : Problems.Page(visit, NotFound);

    public static async Task<IResult> ShowRow(string table, string? key, Visit visit, CasesApi api, CancellationToken stop) {
        if (!(await api.Book(stop)).Succeeded(out var book, out var refusal)) return Problems.Page(visit, refusal);
        if (book.Tables.FirstOrDefault(t => t.Table == table) is not { } known) return Problems.Page(visit, NotFound);
        var fields = key is null ? known.Empty : known.Rows.FirstOrDefault(r => r.Key == key)?.Fields;
        return fields is null ? Problems.Page(visit, NotFound) : Form(visit, book, known, key, fields, book.Today, []);
    }

    public static async Task<IResult> Save(string table, string? key, HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        if (!(await api.Book(stop)).Succeeded(out var book, out var refusal)) return Problems.Page(visit, refusal);
        if (book.Tables.FirstOrDefault(t => t.Table == table) is not { } known) return Problems.Page(visit, NotFound);
        var form = await request.ReadFormAsync(stop);
        var answers = FormAnswers.Of(form);
        var from = FormValues.Day(form["validFrom"]) ?? book.Today;
        var row = new SaveBookRow(table, key ?? answers.GetValueOrDefault("key", ""), form["act"] == "delete" ? null : answers, from, int.TryParse(form["version"], out var seen) ? seen : 0);
        IReadOnlyList<RowField> typed = [.. known.Empty.Select(f => f with { Value = answers.GetValueOrDefault(f.Name, "") })];
        if (!(await api.SaveRow(row, stop)).Succeeded(out var saved, out refusal)) return refusal.Status == 409 ? Form(visit, book, known, key, typed, from, [new(null, refusal.Title)]) : Problems.Page(visit, refusal);
        return saved.Problems.Count == 0 ? TypedResults.LocalRedirect(Links.BookTable(table))
            : Form(visit, book, known, key, typed, from, [.. saved.Problems.Select(p => new FormProblem(p.Field is null or "validFrom" ? p.Field : EditRow.Prefix + p.Field, p.Message))]);
    }

    private static RazorComponentResult<BookRowPage> Form(Visit visit, BookDetail book, BookTableRow table, string? key, IReadOnlyList<RowField> fields, DateOnly from, FormProblem[] problems) =>
        new(new { Visit = visit, Book = book, Table = table, Key = key, Fields = fields, From = from, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
