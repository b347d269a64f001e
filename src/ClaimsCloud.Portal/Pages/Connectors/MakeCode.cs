using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Connectors;

/// <summary>Shows a new code in the answer to the form itself: it stands in no address and in no other answer.</summary>
internal static class MakeCode {
    public static async Task<IResult> Handle(HttpRequest request, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.NewCode(stop)).Succeeded(out var code, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<NewCodePage>(new { Visit = visit, Code = code, Known = connectors.Length, CloudAddress = request.Headers[GatewayHeaders.PublicAddress].ToString() });
    }

    /// <summary>The part of that page that looks again by script: how long the code lives, and whether a PC has used it.</summary>
    public static async Task<IResult> Status(int known, long until, Visit visit, CloudApi api, CancellationToken stop) {
        if (!(await api.Connectors(stop)).Succeeded(out var connectors, out var refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<CodeStatus>(new {
            Visit = visit, Known = known, ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(until, 0, 253402300799)), NewName = connectors.Length > known ? connectors[^1].Name : null,
        });
    }
}
