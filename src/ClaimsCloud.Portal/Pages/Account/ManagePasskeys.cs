using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal.Pages.Account;

/// <summary>The passkeys of the account page. A script asks the browser for one between the two calls.</summary>
internal static class ManagePasskeys {
    /// <summary>For the script, as JSON; a refusal too, for it to show.</summary>
    public static async Task<IResult> Ask(IdentityApi api, CancellationToken stop) =>
        (await api.PasskeyOptions(stop)).Succeeded(out var options, out var refusal) ? TypedResults.Json(options) : TypedResults.Json(refusal, statusCode: refusal.Status);

    public static async Task<IResult> Add(HttpRequest request, Visit visit, IdentityApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var refusal = await api.Tell(IdentityRoutes.MyPasskeys, new PasskeyRegistration(form["passkey-name"].ToString(), form["challenge"].ToString(), form["credential"].ToString()), stop);
        return refusal switch {
            null => TypedResults.LocalRedirect(Links.Account),
            { Status: StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict } => await ManageAccount.Page(request, visit, api, [new FormProblem("passkey-name", refusal.Title)], stop),
            _ => Problems.Page(visit, refusal),
        };
    }

    public static async Task<IResult> Remove(string passkeyId, Visit visit, IdentityApi api, CancellationToken stop) =>
        await api.Tell(IdentityRoutes.MyPasskeyDeletion, passkeyId, null, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Account);
}
