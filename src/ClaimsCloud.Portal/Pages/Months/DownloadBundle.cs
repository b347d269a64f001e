using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Months;

internal static class DownloadBundle {
    public static async Task<IResult> Handle(string month, string? form, HttpContext http, Visit visit, MonthsApi api, CancellationToken stop) {
        if (!(await api.Bundle(month, form, stop)).Succeeded(out var answer, out var refusal)) return Problems.Page(visit, refusal);
        http.Response.RegisterForDispose(answer);
        return TypedResults.Stream(await answer.Content.ReadAsStreamAsync(stop), answer.Content.Headers.ContentType?.MediaType ?? "application/octet-stream",
            answer.Content.Headers.ContentDisposition?.FileNameStar ?? $"{month}.{(form == "zip" ? "zip" : "json")}");
    }
}
