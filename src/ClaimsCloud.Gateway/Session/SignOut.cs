using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Session;

internal static class SignOut {
    public static async Task<RedirectHttpResult> Handle(HttpContext context, EndedSessions ended, FunctionsClient functions, CancellationToken stop) {
        var id = SessionCookie.IdOf(context.User);
        // Here first: whatever becomes of the call, this door is shut.
        if (id is not null) ended.Add(id);
        await context.SignOutAsync();
        if (id is not null) await functions.EndSession(id, context, stop);
        return TypedResults.LocalRedirect($"{SessionModule.SignInPage}?problem=signed-out");
    }
}
