using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Cases;

/// <summary>Opens the station and shows the invitation of its first person, this once.</summary>
internal static class HandOver {
    public static async Task<IResult> Handle(string caseId, HttpRequest request, Visit visit, CasesApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        if (!(await api.HandOver(caseId, new(long.TryParse(form["revision"], out var seen) ? seen : 0, form["login"].ToString()), stop)).Succeeded(out var answer, out var refusal))
            return refusal.Status is 400 or 409 ? await CasePages.Part("", caseId, visit, api, [new FormProblem("login", refusal.Title)], stop) : Problems.Page(visit, refusal);
        var door = request.Headers[GatewayHeaders.PublicAddress].ToString();
        return new RazorComponentResult<HandOverPage>(new { Visit = visit, CaseId = caseId, Answer = answer, Address = door + Links.Invitation(answer.InvitationKey) });
    }
}
