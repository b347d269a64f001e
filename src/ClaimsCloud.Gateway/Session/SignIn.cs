using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Guards;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Session;

/// <summary>Takes the portal's forms of the sign-in. What went wrong goes back to their page as one of a few words; neither name, password nor code ever stands in an address.</summary>
internal static class SignIn {
    public const int LongestText = 200;

    public static async Task<RedirectHttpResult> Handle(HttpContext context, FunctionsClient functions, SignInLimits limits, TimeProvider time, CancellationToken stop) {
        if (!context.Request.HasFormContentType) return Again(SessionModule.SignInPage, "sign-in-failed", "");
        var form = await context.Request.ReadFormAsync(stop);
        var (login, password, to) = (form["login"].ToString().Trim(), form["password"].ToString(), LocalPath.Or(form["to"], "/"));
        if (login.Length is 0 or > LongestText || password.Length is 0 or > LongestText) return Again(SessionModule.SignInPage, "sign-in-failed", to);
        if (!limits.Allow(context, login)) return Again(SessionModule.SignInPage, "too-many", to);
        var (person, refusal) = await functions.SignIn(new SignInRequest(login, password), context, stop);
        return person is null ? Again(SessionModule.SignInPage, refusal!.Code, to) : await Enter(person, to, context, time);
    }

    /// <summary>The second step, of somebody whose password was right.</summary>
    public static async Task<RedirectHttpResult> Code(HttpContext context, FunctionsClient functions, SignInLimits limits, TimeProvider time, CancellationToken stop) {
        var page = SessionModule.PageOf(SessionCookie.StepOf(context.User)!.Value);
        if (!context.Request.HasFormContentType) return Again(page, "code-wrong", "");
        var form = await context.Request.ReadFormAsync(stop);
        var (code, to, personId) = (form["code"].ToString(), LocalPath.Or(form["to"], "/"), context.User.FindFirst(InternalToken.Subject)!.Value);
        if (code.Length is 0 or > LongestText) return Again(page, "code-wrong", to);
        if (!limits.Allow(context, personId)) return Again(page, "too-many", to);
        var (person, refusal) = await functions.SignIn(new SignInCodeRequest(personId, code), context, stop);
        // Whoever set the second factor up just now is led to the recovery codes.
        if (person is not null) return await Enter(person, page == SessionModule.SetUpPage ? "/account" : to, context, time);
        if (refusal!.Code != "sign-in-locked") return Again(page, refusal.Code, to);
        await context.SignOutAsync();
        return Again(SessionModule.SignInPage, refusal.Code, to);
    }

    /// <summary>Into a session, or into the step that is missing.</summary>
    public static async Task<RedirectHttpResult> Enter(SignInAnswer person, string to, HttpContext context, TimeProvider time) {
        if (person.Step == SignInStep.Done) {
            await context.SignInAsync(SessionCookie.Principal(person, person.SessionId ?? throw new HttpRequestException("A sign-in without a session."), time.GetUtcNow()));
            return TypedResults.LocalRedirect(person.Tenant is null && to == "/" ? "/desk" : to);
        }
        await context.SignInAsync(SessionCookie.Halfway(person, time.GetUtcNow()));
        return TypedResults.LocalRedirect($"{SessionModule.PageOf(person.Step)}?to={Uri.EscapeDataString(to)}");
    }

    public static RedirectHttpResult Again(string page, string problem, string to) => TypedResults.LocalRedirect($"{page}?problem={problem}&to={Uri.EscapeDataString(to)}");
}
