using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>Sheets that go to partners and come back.</summary>
internal static class Sheets {
    public static Task<IResult> List(Visit visit, CasesApi api, CancellationToken stop) => Page(visit, api, [], stop);

    public static async Task<IResult> Download(string partner, string? form, HttpContext http, Visit visit, CasesApi api, CancellationToken stop) {
        if (!(await api.Sheet(partner, form, stop)).Succeeded(out var sheet, out var refusal)) return Problems.Page(visit, refusal);
        return await FileAnswer.Of(sheet, sheet.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", sheet.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? partner, http, stop);
    }

    public static async Task<IResult> Upload(string partner, HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        if (await FormFile.Find(request, stop) is not { } chosen) return await Page(visit, api, [new($"file-{partner}", "送り返された表のファイルを選んでください。")], stop);
        return (await api.ReadSheet(partner, chosen.Name, chosen.Content, stop)).Succeeded(out var import, out var refusal)
            ? TypedResults.LocalRedirect(Links.CaseSheetImport(import.ImportId)) : await Page(visit, api, [new FormProblem($"file-{partner}", refusal.Title)], stop);
    }

    public static async Task<IResult> ShowImport(string importId, Visit visit, CasesApi api, CancellationToken stop) =>
        (await api.SheetImport(importId, stop)).Succeeded(out var import, out var refusal) ? new RazorComponentResult<SheetImportPage>(new { Visit = visit, Import = import }) : Problems.Page(visit, refusal);

    public static async Task<IResult> Take(string importId, Visit visit, CasesApi api, CancellationToken stop) =>
        (await api.TakeSheet(importId, stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.CaseSheetImport(importId)) : Problems.Page(visit, refusal);

    private static async Task<IResult> Page(Visit visit, CasesApi api, IReadOnlyList<FormProblem> problems, CancellationToken stop) =>
        (await api.Sheets(stop)).Succeeded(out var partners, out var refusal)
            ? new RazorComponentResult<SheetsPage>(new { Visit = visit, Partners = partners, Problems = problems }) { StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
