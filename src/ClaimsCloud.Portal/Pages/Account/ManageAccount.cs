using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Account;

/// <summary>A person's own account: recovery codes and sessions.</summary>
internal static class ManageAccount {
    public static Task<IResult> Show(string? problem, HttpRequest request, Visit visit, IdentityApi api, CancellationToken stop) => Page(request, visit, api, problem switch {
        "link-taken" => [new(null, "この組織のアカウントは、すでに連携されています。")],
        "sign-in-again" => [new(null, "ログインから時間がたっています。一度ログアウトし、ログインし直してから連携してください。")],
        "organisation-refused" => [new(null, "組織のアカウントを確かめられませんでした。もう一度お試しください。")],
        "too-many" => [new(null, "続けて操作されたため、少しの間お待ちいただいています。5分ほど待ってからお試しください。")],
        _ => [],
    }, stop);

    public static async Task<IResult> Page(HttpRequest request, Visit visit, IdentityApi api, FormProblem[] problems, CancellationToken stop) => (await api.Me(stop)).Succeeded(out var me, out var refusal)
        ? new RazorComponentResult<AccountPage>(new { Visit = visit, Me = me, Problems = problems, Organisations = Organisations.Of(request) }) : Entry.Problems.Page(visit, refusal);

    public static async Task<IResult> Unlink(string linkId, Visit visit, IdentityApi api, CancellationToken stop) =>
        await api.Tell(IdentityRoutes.MyOrganisationDeletion, linkId, null, stop) is { } refusal ? Entry.Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Account);

    /// <summary>Shows the codes in the answer to the form itself: they stand in no address and in no other answer.</summary>
    public static async Task<IResult> NewRecoveryCodes(Visit visit, IdentityApi api, CancellationToken stop) =>
        (await api.NewRecoveryCodes(stop)).Succeeded(out var codes, out var refusal) ? new RazorComponentResult<RecoveryCodesPage>(new { Visit = visit, codes.Codes }) : Problems.Page(visit, refusal);

    public static async Task<IResult> EndSession(string sessionId, Visit visit, IdentityApi api, CancellationToken stop) =>
        await api.Tell(IdentityRoutes.MySessionEnd, sessionId, null, stop) is { } refusal ? Problems.Page(visit, refusal) : TypedResults.LocalRedirect(Links.Account);
}
