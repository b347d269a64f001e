using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Files;

/// <summary>Checks a file once more, by the settings of now.</summary>
internal static class RecheckFile {
    public static async Task<IResult> Handle(string fileId, Visit visit, ChecksApi checks, CancellationToken stop) =>
        (await checks.Recheck(fileId, stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.File(fileId)) : Problems.Page(visit, refusal);
}
