using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Guards;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Session;

/// <summary>The two calls of a sign-in with a passkey. The challenge is in a cookie of the browser that asked for it, so that what another browser's device signed is worth nothing here.</summary>
internal static class PasskeySignIn {
    public const string Path = "/session/passkey";

    public static async Task<IResult> Ask(HttpContext context, FunctionsClient functions, ShortCookie<PasskeyTry> cookie, CancellationToken stop) {
        var (options, refusal) = await functions.PasskeyOptions(context, stop);
        if (options is null) return TypedResults.Json(refusal, statusCode: refusal!.Status);
        cookie.Give(context, new(options.Challenge));
        return TypedResults.Text(options.Options, "application/json");
    }

    public static async Task<RedirectHttpResult> Handle(HttpContext context, FunctionsClient functions, ShortCookie<PasskeyTry> cookie, SignInLimits limits, TimeProvider time, CancellationToken stop) {
        var begun = cookie.Take(context);
        if (!context.Request.HasFormContentType) return Again("");
        var form = await context.Request.ReadFormAsync(stop);
        var (credential, to) = (form["credential"].ToString(), LocalPath.Or(form["to"], "/"));
        if (begun is null || credential.Length is 0 or > PasskeySignInRequest.LongestCredential) return Again(to);
        if (!limits.Allow(context)) return SignIn.Again(SessionModule.SignInPage, "too-many", to);
        var (person, refusal) = await functions.SignIn(new PasskeySignInRequest(begun.Challenge, credential), context, stop);
        return person is null ? SignIn.Again(SessionModule.SignInPage, refusal!.Code, to) : await SignIn.Enter(person, to, context, time);
    }

    private static RedirectHttpResult Again(string to) => SignIn.Again(SessionModule.SignInPage, "passkey-refused", to);
}

internal sealed record PasskeyTry(string Challenge);
