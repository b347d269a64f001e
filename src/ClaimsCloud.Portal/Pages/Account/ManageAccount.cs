using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Account;

/// <summary>A person's own account: recovery codes and sessions.</summary>
internal static class ManageAccount {
    public static Task<IResult> Show(Visit visit, IdentityApi api, CancellationToken stop) => Page(visit, api, [], stop);

    public static async Task<IResult> Page(Visit visit, IdentityApi api, FormProblem[] problems, CancellationToken stop) =>
        (await api.Me(stop)).Succeeded(out var me, out var refusal) ? new RazorComponentResult<AccountPage>(new { Visit = visit, Me = me, Problems = problems }) : Entry.Problems.Page(visit, refusal);

    /// <summary>Shows the codes in the answer to the form itself: they stand in no address and in no other answer.</summary>
    public static async Task<IResult> NewRecoveryCodes(Visit visit, IdentityApi api, CancellationToken stop) =>
        (await api.NewRecoveryCodes(stop)).Succeeded(out var codes, out var refusal) ? new RazorComponentResult<RecoveryCodesPage>(new { Visit = visit, codes.Codes }) : Problems.Page(visit, refusal);

    public static async Task<IResult> EndSession(string sessionId, Visit visit, IdentityApi api, CancellationToken stop) =>
        await api.Tell(IdentityRoutes.MySessionEnd, sessionId, null, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Account);
}
