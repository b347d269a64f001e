using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>Takes the file of the form and passes it on as it arrives: it is never held in memory or on a disk here.</summary>
internal static class UploadFile {
    private static readonly FormProblem NothingChosen = new("file", "取り込むファイルを選んでください。");

    public static RazorComponentResult<NewFilePage> Show(Visit visit) => Form(visit);

    public static async Task<IResult> Handle(HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return Form(visit, NothingChosen);
        var parts = new MultipartReader(boundary.Value!, request.Body);
        while (await parts.ReadNextSectionAsync(stop) is { } part) {
            if (part.GetContentDispositionHeader() is not { } about || HeaderUtilities.RemoveQuotes(about.Name) != "file") continue;
            if (NameOf(about) is not { Length: > 0 } name) return Form(visit, NothingChosen);
            return (await api.Upload(name, part.Body, stop)).Succeeded(out var file, out var refusal)
                ? TypedResults.LocalRedirect(Links.File(file.FileId))
                : Form(visit, new FormProblem("file", refusal.Title));
        }
        return Form(visit, NothingChosen);
    }

    private static string? NameOf(ContentDispositionHeaderValue about) =>
        HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value;

    private static RazorComponentResult<NewFilePage> Form(Visit visit, params FormProblem[] problems) =>
        new(new { Visit = visit, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
