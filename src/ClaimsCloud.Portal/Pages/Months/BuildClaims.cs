using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Months;

/// <summary>Makes the claim files of both insurances, or of the one that the form names.</summary>
internal static class BuildClaims {
    public static async Task<IResult> Handle(string month, HttpRequest request, Visit visit, MonthsApi api, CancellationToken stop) {
        var only = request.HasFormContentType ? (await request.ReadFormAsync(stop))["only"].ToString() : null;
        return (await api.MakeFiles(month, string.IsNullOrEmpty(only) ? null : only, stop)).Succeeded(out var build, out var refusal) ? TypedResults.LocalRedirect(Links.Build(month, build.BuildId)) : Problems.Page(visit, refusal);
    }
}
