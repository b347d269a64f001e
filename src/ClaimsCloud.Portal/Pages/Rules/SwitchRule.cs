using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Rules;

/// <summary>How much the station wants to hear of a rule.</summary>
internal static class SwitchRule {
    public static async Task<IResult> Handle(string code, HttpRequest request, Visit visit, ChecksApi checks, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        return (await checks.Switch(new(code, form["switch"].ToString()), stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.Rule(code)) : Problems.Page(visit, refusal);
    }
}
