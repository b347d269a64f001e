namespace ClaimsCloud.Portal.Pages;

internal static class FileAnswer {
    /// <summary>Passes a file of the functions host on as a download.</summary>
    public static async Task<IResult> Of(HttpResponseMessage file, string type, string name, HttpContext http, CancellationToken stop) {
        http.Response.RegisterForDispose(file);
        http.Response.ContentLength = file.Content.Headers.ContentLength;
        return TypedResults.Stream(await file.Content.ReadAsStreamAsync(stop), type, name);
    }
}
