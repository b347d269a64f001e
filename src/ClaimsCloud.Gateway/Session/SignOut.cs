using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Session;

internal static class SignOut {
    public static async Task<RedirectHttpResult> Handle(HttpContext context, EndedSessions ended) {
        if (SessionCookie.IdOf(context.User) is { } id) ended.Add(id);
        await context.SignOutAsync();
        return TypedResults.LocalRedirect($"{SessionModule.SignInPage}?problem=signed-out");
    }
}
