using System.Globalization;
using System.Security.Claims;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ClaimsCloud.Gateway.Session;

/// <summary>
/// The session is an encrypted cookie: 30 minutes after the last call, and 12 hours after the sign-in at the latest, it is worth nothing.
/// Lax, not Strict: a link in a mail to a page here must find the session; what changes something is guarded by <see cref="Guards.SameOriginOnly"/>.
/// </summary>
internal sealed class SessionCookie(EndedSessions ended, TimeProvider time) {
    private const string SessionId = InternalToken.Session;
    private const string Pending = "pending";
    private const string StartedAt = "started";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    /// <summary>For the second step of a sign-in.</summary>
    private static readonly TimeSpan LongestPending = TimeSpan.FromMinutes(10);

    public void Configure(CookieAuthenticationOptions options) {
        options.TimeProvider = time;
        options.Cookie.Name = "claimscloud";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = SessionModule.SignInPage;
        options.ReturnUrlParameter = "to";
        options.Events.OnCheckSlidingExpiration = context => {
            context.ShouldRenew = context.ElapsedTime > TimeSpan.FromMinutes(1);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = Check;
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = GoOnSigningIn;
    }

    /// <summary>Of a sign-in that is not complete yet: it says who, and nothing of what she may do.</summary>
    public static ClaimsPrincipal Halfway(SignInAnswer person, DateTimeOffset now) {
        var identity = Identity(person.PersonId, InternalToken.PendingRole, now);
        identity.AddClaim(new(Pending, $"{person.Step}"));
        return new(identity);
    }

    /// <summary>Null for a person who is not halfway.</summary>
    public static SignInStep? StepOf(ClaimsPrincipal person) => Enum.TryParse<SignInStep>(person.FindFirst(Pending)?.Value, out var step) ? step : null;

    public static ClaimsPrincipal Principal(SignInAnswer person, string sessionId, DateTimeOffset now) {
        var identity = Identity(person.PersonId, person.Role, now);
        identity.AddClaim(new(InternalToken.Name, person.DisplayName));
        if (person.Tenant is { } tenant) identity.AddClaim(new(InternalToken.Tenant, tenant));
        if (person.StationName is { } station) identity.AddClaim(new(InternalToken.Station, station));
        identity.AddClaim(new(SessionId, sessionId));
        return new(identity);
    }

    private static ClaimsIdentity Identity(string personId, string role, DateTimeOffset now) => new([
        new(InternalToken.Subject, personId), new(InternalToken.Role, role), new(StartedAt, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ], CookieAuthenticationDefaults.AuthenticationScheme, InternalToken.Name, InternalToken.Role);

    public static string? IdOf(ClaimsPrincipal person) => person.FindFirst(SessionId)?.Value;

    private async Task Check(CookieValidatePrincipalContext context) {
        var (id, started) = (context.Principal?.FindFirst(SessionId)?.Value, context.Principal?.FindFirst(StartedAt)?.Value);
        var halfway = context.Principal is { } person && StepOf(person) is not null;
        if ((halfway || (id is not null && !ended.Contains(id))) && long.TryParse(started, CultureInfo.InvariantCulture, out var seconds)
            && time.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(seconds) + (halfway ? LongestPending : Longest)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }

    /// <summary>Somebody halfway asks for a page, or somebody signed in for a step of the sign-in.</summary>
    private static Task GoOnSigningIn(RedirectContext<CookieAuthenticationOptions> context) {
        context.Response.Redirect(StepOf(context.HttpContext.User) is { } step ? SessionModule.PageOf(step) : "/");
        return Task.CompletedTask;
    }

    /// <summary>A page asks the person to sign in and leads back; a part of a page makes the whole page do so; a form cannot be sent again.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context) {
        var request = context.Request;
        var known = request.Cookies.ContainsKey(context.Options.Cookie.Name!) ? "&problem=session-ended" : "";
        var page = request.Headers.ContainsKey("HX-Request") && Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var current) ? current.PathAndQuery
            : HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/";
        var target = $"{SessionModule.SignInPage}?to={Uri.EscapeDataString(LocalPath.Or(page, "/"))}{known}";
        if (request.Headers.ContainsKey("HX-Request")) {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = target;
        } else context.Response.Redirect(target);
        return Task.CompletedTask;
    }
}
