using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Returned;

/// <summary>One file that came up: its amounts, or its lines as they stand and the question what it is.</summary>
internal static class ShowReturnFile {
    public const string Waiting = "waiting";

    /// <param name="seen">Said by a page that looks again by script while the file is being read.</param>
    public static async Task<IResult> Show(string returnFileId, string? seen, HttpContext http, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.ReturnFile(returnFileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (seen is not null && detail.File.Outcome != Waiting) {
            http.Response.Headers["HX-Refresh"] = "true";
            return TypedResults.Ok();
        }
        return Page(detail, null, null, visit);
    }

    /// <summary>The form of the page: a person says what the file is.</summary>
    public static async Task<IResult> Name(string returnFileId, HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.ReturnFile(returnFileId));
        var form = await request.ReadFormAsync(stop);
        if ((await api.NameReturnFile(returnFileId, new(form["kind"].ToString(), form["payer"].ToString()), stop)).Succeeded(out _, out var refusal))
            return TypedResults.LocalRedirect(Links.ReturnFile(returnFileId));
        return refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict && (await api.ReturnFile(returnFileId, stop)).Succeeded(out var detail, out _)
            ? Page(detail, refusal, form["kind"].ToString(), visit) : Problems.Page(visit, refusal);
    }

    /// <summary>The bytes as they came up, under the name they came with.</summary>
    public static async Task<IResult> Download(string returnFileId, HttpContext http, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.ReturnFile(returnFileId, stop)).Succeeded(out var detail, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.ReturnFileOriginal(returnFileId, stop)).Succeeded(out var original, out refusal)) return Problems.Page(visit, refusal);
        http.Response.RegisterForDispose(original);
        http.Response.ContentLength = original.Content.Headers.ContentLength;
        return TypedResults.Stream(await original.Content.ReadAsStreamAsync(stop), "application/octet-stream", detail.File.Name);
    }

    private static RazorComponentResult<ReturnFilePage> Page(ReturnFileDetail detail, Refusal? problem, string? chosen, Visit visit) =>
        new(new { Visit = visit, Detail = detail, Problem = problem, Chosen = chosen }) { StatusCode = problem?.Status ?? StatusCodes.Status200OK };
}
