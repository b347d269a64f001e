using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Guards;
using ClaimsCloud.Gateway.Session;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Gateway.Organisations;

/// <summary>The way to an organisation and back: authorization code with PKCE, state and nonce, all three in a cookie of the one browser.</summary>
internal static class OrganisationSignIns {
    public const string Path = "/session/organisations";
    private const string AccountPage = "/account";
    private const int LongestCode = 4096;

    public static Task<IResult> Start(string id, string? to, HttpContext context, Providers providers, ShortCookie<OrganisationTry> cookie, PublicAddress address, SignInLimits limits, CancellationToken stop) =>
        Go(id, LocalPath.Or(to, "/"), null, context, providers, cookie, address, limits, stop);

    /// <summary>By a signed-in person, for her own account.</summary>
    public static Task<IResult> StartLink(string id, HttpContext context, Providers providers, ShortCookie<OrganisationTry> cookie, PublicAddress address, SignInLimits limits, CancellationToken stop) =>
        Go(id, AccountPage, SessionCookie.IdOf(context.User), context, providers, cookie, address, limits, stop);

    public static async Task<IResult> Return(string id, string? code, string? state, HttpContext context, Providers providers, ShortCookie<OrganisationTry> cookie, PublicAddress address,
        SignInLimits limits, FunctionsClient functions, TimeProvider time, CancellationToken stop) {
        if (providers.Find(id) is not { } provider) return TypedResults.NotFound();
        var begun = cookie.Take(context);
        if (begun is null || begun.Organisation != id || state is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(begun.State)) || code is not { Length: > 0 and <= LongestCode })
            return Refuse(begun, "organisation-refused");
        if (!limits.Allow(context)) return Refuse(begun, "too-many");
        if (await provider.Redeem(code, begun, ComeBack(id, address, context), stop) is not { } claims) return Refuse(begun, "organisation-refused");
        var organisation = provider.Organisation;
        var person = new OrganisationPerson(organisation.Id, organisation.Issuer.OriginalString, claims.Subject, begun.Nonce, organisation.Tenants);
        if (begun.SessionId is { } session) {
            // Whoever began is still here, in the same session.
            if (SessionCookie.IdOf(context.User) != session || context.User.FindFirst(InternalToken.Subject)?.Value is not { } personId) return Refuse(begun, "organisation-refused");
            return TypedResults.LocalRedirect($"{AccountPage}?problem={(await functions.Link(new(person, personId, session, claims.Account), context, stop))?.Code ?? "linked"}");
        }
        var (answer, refusal) = await functions.SignIn(new OrganisationSignIn(person, claims.AskedForTwo ? SecondFactor.Off : SecondFactor.On), context, stop);
        return answer is null ? Refuse(begun, refusal!.Code) : await SignIn.Enter(answer, begun.To, context, time);
    }

    private static async Task<IResult> Go(string id, string to, string? session, HttpContext context, Providers providers, ShortCookie<OrganisationTry> cookie, PublicAddress address, SignInLimits limits, CancellationToken stop) {
        // A page of another site may not send a browser on its way: it might hold an account there that the other site chose.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("same-origin" or "none")) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (providers.Find(id) is not { } provider || (session is not null && !provider.Organisation.IsFor(context.User.FindFirst(InternalToken.Tenant)?.Value))) return TypedResults.NotFound();
        var begun = new OrganisationTry(id, Secret(), Secret(), Secret(), to, session);
        if (!limits.Allow(context)) return Refuse(begun, "too-many");
        cookie.Give(context, begun);
        return TypedResults.Redirect(await provider.SignInAddress(begun, ComeBack(id, address, context), stop));
    }

    private static RedirectHttpResult Refuse(OrganisationTry? begun, string problem) =>
        begun?.SessionId is null ? SignIn.Again(SessionModule.SignInPage, problem, begun?.To ?? "/") : TypedResults.LocalRedirect($"{AccountPage}?problem={problem}");

    /// <summary>Each organisation has its own, so that one cannot answer for another.</summary>
    private static string ComeBack(string id, PublicAddress address, HttpContext context) => $"{address.Of(context)}{Path}/{id}/return";

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}
