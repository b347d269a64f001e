using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Book;

/// <summary>Makes the next version of the book. The ones before stay: quotes and sheets name the one that they were made from.</summary>
internal static class SaveBookRow {
    private const int KeyLength = 40;

    public static async Task<Results<Ok<BookSaved>, Refused>> Handle(Contracts.SaveBookRow request, PlatformScope platform, Caller caller, CancellationToken stop) {
        var was = await Books.Newest(platform, stop);
        if (BookTables.Find(request.Table) is not { } table || request.Key is null) return (Refused)Refusals.BadRequest;
        if (request.Version != was.Version) return (Refused)Refusals.ChangedMeanwhile;
        var known = was.Tables[table.Name].Any(r => r["key"] == request.Key);
        var row = request.Cells is null ? null : FormFields.Read(table.Columns, request.Cells);
        if (row is not null && Problems(table, row, request.Key, known) is { Count: > 0 } problems) return TypedResults.Ok(new BookSaved(null, problems));
        if (table.IsFixed && (row is null || !known)) return (Refused)Refusals.BookRowFixed;
        if (request.ValidFrom < was.ValidFrom) return TypedResults.Ok(new BookSaved(null, [new("validFrom", $"{was.ValidFrom:yyyy年M月d日}より前からは始められません。今の版がその日に始まっています。")]));

        var next = was.With(table, request.Key, row, request.ValidFrom);
        if (next.Problem() is { } problem) return TypedResults.Ok(new BookSaved(null, [new(null, problem)]));
        var stored = new StoredBook(next.Version, next.ValidFrom, next.Tables, caller.Id, platform.Now);
        return await platform.Commit(platform.Batch().Create(StoredBook.Kind, $"{next.Version}", stored), stop) == CommitResult.Committed
            ? TypedResults.Ok(new BookSaved(next.Version, [])) : (Refused)Refusals.ChangedMeanwhile;
    }

    private static List<FieldProblem> Problems(BookTable table, Dictionary<string, string> row, string key, bool known) {
        var problems = table.Columns.Select(c => (c.Name, Problem: c.Problem(row[c.Name]))).Where(p => p.Problem is not null).Select(p => new FieldProblem(p.Name, p.Problem!)).ToList();
        if (row["key"].Length > KeyLength || !row["key"].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) problems.Add(new("key", "キーは半角の英数字とハイフンで、40文字までです。"));
        if (known && row["key"] != key) problems.Add(new("key", "キーは後から変えられません。"));
        return problems;
    }
}
