using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>Asks first, showing the row; then takes it out, or says on the same page why not.</summary>
internal static class DeleteRow {
    public static Task<IResult> Show(string month, string table, string? patient, string key, Visit visit, MonthsApi api, CancellationToken stop) => Page(month, table, patient, key, null, visit, api, stop);

    public static async Task<IResult> Handle(string month, string table, string? patient, string key, HttpRequest request, Visit visit, MonthsApi api, CancellationToken stop) {
        var sent = await request.ReadFormAsync(stop);
        if (!long.TryParse(sent["revision"], out var revision)) return await Page(month, table, patient, key, "もう一度確かめてから削除してください。", visit, api, stop);
        if (!(await api.Delete(month, new Contracts.DeleteRow(table, patient, key, revision), stop)).Succeeded(out var outcome, out var refusal))
            return refusal.Status == StatusCodes.Status409Conflict ? await Page(month, table, patient, key, refusal.Title, visit, api, stop) : Problems.Page(visit, refusal);
        if (outcome.Saved is null) return await Page(month, table, patient, key, string.Concat(outcome.Problems.Select(p => p.Message + p.Fix)), visit, api, stop);
        return TypedResults.LocalRedirect(table == "patients" ? Links.Month(month) : Links.Sheet(month, patient) + "#" + table);
    }

    private static async Task<IResult> Page(string month, string table, string? patient, string key, string? problem, Visit visit, MonthsApi api, CancellationToken stop) {
        if (!(await api.Sheet(month, patient, stop)).Succeeded(out var sheet, out var refusal)) return Problems.Page(visit, refusal);
        if (sheet.Tables.FirstOrDefault(t => t.Name == table) is not { } found || found.Rows.FirstOrDefault(r => r.Key == key) is not { } row) return TypedResults.NotFound();
        return new RazorComponentResult<RowDeletionPage>(new { Visit = visit, Sheet = sheet, Table = found, Row = row, Problem = problem }) { StatusCode = problem is null ? 200 : 422 };
    }
}
