using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.People;

/// <summary>Shows a new invitation in the answer to the form itself.</summary>
internal static class InvitePerson {
    public static async Task<IResult> Handle(HttpRequest request, Visit visit, IdentityApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        if ((await api.Invite(new(form["name"].ToString(), form["role"].ToString()), stop)).Succeeded(out var made, out var refusal))
            return new RazorComponentResult<InvitedPage>(new { Visit = visit, Made = made, Address = request.Headers[GatewayHeaders.PublicAddress].ToString() });
        return refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict
            ? await ListPeople.Page(visit, api, [new FormProblem("name", refusal.Title)], stop) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Withdraw(string invitationId, Visit visit, IdentityApi api, CancellationToken stop) =>
        await api.Tell(IdentityRoutes.InvitationDeletion, invitationId, null, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.People);
}
