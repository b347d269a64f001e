using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>One row as a form. What the person typed comes back with what is wrong beside it.</summary>
internal static class EditRow {
    /// <summary>Before a field's name in the form, so that no column can be taken for an id of the page.</summary>
    public const string Prefix = "v-";

    public static async Task<IResult> Show(string month, string table, string? patient, string? key, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Row(month, table, patient, key, stop)).Succeeded(out var form, out var refusal) ? Page(visit, form, []) : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(string month, string table, string? patient, string? key, HttpRequest request, Visit visit, MonthsApi api, CancellationToken stop) {
        if (!(await api.Row(month, table, patient, key, stop)).Succeeded(out var form, out var refusal)) return Problems.Page(visit, refusal);
        var sent = await request.ReadFormAsync(stop);
        var typed = form with {
            Revision = long.TryParse(sent["revision"], out var seen) ? seen : form.Revision,
            Fields = [.. form.Fields.Select(f => f with { Value = ValueOf(f, sent[Prefix + f.Name]) })],
        };
        var row = new SaveRow(table, patient, form.Key, typed.Revision, typed.Fields.ToDictionary(f => f.Name, f => f.Value));
        if (!(await api.Save(month, row, stop)).Succeeded(out var outcome, out refusal)) {
            if (refusal.Status != StatusCodes.Status409Conflict) return Problems.Page(visit, refusal);
            return Page(visit, typed with { Revision = form.Revision }, [new FormProblem(null, refusal.Title)]);
        }
        return outcome.Saved is { } saved ? TypedResults.LocalRedirect(Links.Sheet(month, saved.Patient) + "#" + table) : Page(visit, typed, [.. outcome.Problems.Select(Problem)]);
    }

    private static RazorComponentResult<RowPage> Page(Visit visit, RowForm form, FormProblem[] problems) =>
        new(new { Visit = visit, Form = form, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };

    private static FormProblem Problem(MonthFindingRow finding) => new(finding.Field is { } field ? Prefix + field : null, $"{finding.Message}{finding.Fix}");

    private static string ValueOf(RowField field, Microsoft.Extensions.Primitives.StringValues sent) => field.Kind switch {
        FieldKind.Choices => string.Join(';', sent.Where(v => !string.IsNullOrEmpty(v))),
        FieldKind.List => string.Join(';', sent.ToString().Split(['\n', '\r', ';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        _ => sent.ToString(),
    };
}
