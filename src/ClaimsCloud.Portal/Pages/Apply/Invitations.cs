using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Apply;

/// <summary>The first person of a new station sets her own password. The address is the key, so it says nothing of whose it is.</summary>
internal static class Invitations {
    public static RazorComponentResult<InvitationPage> Show(string key) => Page(key, null, null);

    public static async Task<IResult> Accept(string key, HttpRequest request, ApplyApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var password = form["password"].ToString();
        if (password != form["again"].ToString()) return Page(key, new("again", "2つのパスワードが違います。同じものを入れてください。"), null);
        return (await api.Accept(new(key, password), stop)).Succeeded(out var accepted, out var refusal) ? Page(key, null, accepted) : Page(key, new("password", refusal.Title), null);
    }

    private static RazorComponentResult<InvitationPage> Page(string key, FormProblem? problem, InvitationAccepted? accepted) =>
        new(new { Key = key, Problems = problem is null ? [] : new[] { problem }, Accepted = accepted }) { StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
