using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Months;

internal static class BuildClaims {
    public static async Task<IResult> Handle(string month, Visit visit, MonthsApi api, CancellationToken stop) =>
        (await api.Build(month, stop)).Succeeded(out var build, out var refusal) ? TypedResults.LocalRedirect(Links.Build(month, build.BuildId)) : Problems.Page(visit, refusal);
}
