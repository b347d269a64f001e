using System.Net;
using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Guards;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Session;

/// <summary>Takes the portal's sign-in form. What went wrong goes back to that page as one of a few words; neither name nor password ever stands in an address.</summary>
internal static class SignIn {
    private const int LongestText = 200;

    public static async Task<RedirectHttpResult> Handle(HttpContext context, FunctionsClient functions, SignInLimits limits, TimeProvider time, CancellationToken stop) {
        if (!context.Request.HasFormContentType) return Again("sign-in-failed", "");
        var form = await context.Request.ReadFormAsync(stop);
        var (login, password, to) = (form["login"].ToString().Trim(), form["password"].ToString(), LocalPath.Or(form["to"], "/"));
        if (login.Length is 0 or > LongestText || password.Length is 0 or > LongestText) return Again("sign-in-failed", to);
        if (!limits.Allow(context, login)) return Again("too-many", to);

        var (person, status) = await functions.SignIn(new(login, password), CallLimits.AddressOf(context), stop);
        if (person is null) return Again(status == HttpStatusCode.TooManyRequests ? "sign-in-locked" : "sign-in-failed", to);
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await context.SignInAsync(SessionCookie.Principal(person, session, time.GetUtcNow()));
        return TypedResults.LocalRedirect(person.Role == InternalToken.DeskRole && to == "/" ? "/desk" : to);
    }

    private static RedirectHttpResult Again(string problem, string to) =>
        TypedResults.LocalRedirect($"{SessionModule.SignInPage}?problem={problem}&to={Uri.EscapeDataString(to)}");
}
