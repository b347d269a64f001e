using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>Takes the records of a month as a file and passes them on.</summary>
internal static class UploadBundle {
    public static async Task<IResult> Show(string month, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Month(month, stop)).Succeeded(out _, out var refusal) ? Form(visit, month) : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(string month, HttpRequest request, Visit visit, MonthsApi api, CancellationToken stop) {
        if (await FormFile.Find(request, stop) is not { } chosen) return Form(visit, month, new FormProblem("file", "取り込むファイルを選んでください。"));
        return (await api.Upload(month, chosen.Name, chosen.Content, stop)).Succeeded(out var import, out var refusal)
            ? TypedResults.LocalRedirect(Links.Import(month, import.ImportId))
            : Form(visit, month, new FormProblem("file", refusal.Title));
    }

    private static RazorComponentResult<UploadBundlePage> Form(Visit visit, string month, params FormProblem[] problems) =>
        new(new { Visit = visit, Month = month, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
