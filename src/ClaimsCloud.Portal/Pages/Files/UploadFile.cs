using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>Takes the file of the form and passes it on.</summary>
internal static class UploadFile {
    private static readonly FormProblem NothingChosen = new("file", "取り込むファイルを選んでください。");

    public static RazorComponentResult<NewFilePage> Show(Visit visit) => Form(visit);

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (await FormFile.Find(request, stop) is not { } chosen) return Form(visit, NothingChosen);
        return (await api.Upload(chosen.Name, chosen.Content, stop)).Succeeded(out var file, out var refusal)
            ? TypedResults.LocalRedirect(Links.File(file.FileId))
            : Form(visit, new FormProblem("file", refusal.Title));
    }

    private static RazorComponentResult<NewFilePage> Form(Visit visit, params FormProblem[] problems) =>
        new(new { Visit = visit, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
