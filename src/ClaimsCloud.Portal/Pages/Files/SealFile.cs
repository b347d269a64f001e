using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>Asks first; then seals, or says on the same page why it did not.</summary>
internal static class SealFile {
    public static async Task<IResult> Show(string fileId, Visit visit, CloudApi api, CancellationToken stop) =>
        (await api.File(fileId, stop)).Succeeded(out var detail, out var refusal)
            ? new RazorComponentResult<SealPage>(new { Visit = visit, Detail = detail })
            : Problems.Page(visit, refusal);

    public static async Task<IResult> Handle(string fileId, HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        var why = request.HasFormContentType ? (await request.ReadFormAsync(stop))["whyAgain"].ToString() : null;
        if ((await api.Seal(fileId, why, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.File(fileId));
        if (refusal.Status != StatusCodes.Status409Conflict || !(await api.File(fileId, stop)).Succeeded(out var detail, out _)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<SealPage>(new { Visit = visit, Detail = detail, Refusal = refusal }) { StatusCode = refusal.Status };
    }
}
