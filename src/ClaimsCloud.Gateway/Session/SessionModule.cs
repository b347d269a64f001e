using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Organisations;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace ClaimsCloud.Gateway.Session;

internal static class SessionModule {
    public const string SignedIn = "signed-in";
    public const string Halfway = "halfway";
    public const string SignInPage = "/sign-in";
    public const string CodePage = "/sign-in/code";
    public const string SetUpPage = "/sign-in/set-up";
    public const string JoinPage = "/join";

    public static string PageOf(SignInStep step) => step == SignInStep.SetUp ? SetUpPage : CodePage;

    public static void MapSession(this IEndpointRouteBuilder routes) {
        routes.MapPost("/session", SignIn.Handle).AllowAnonymous();
        routes.MapPost("/session/code", SignIn.Code).RequireAuthorization(Halfway);
        routes.MapPost(PasskeySignIn.Path + "/options", PasskeySignIn.Ask).AllowAnonymous();
        routes.MapPost(PasskeySignIn.Path, PasskeySignIn.Handle).AllowAnonymous();
        routes.MapGet(OrganisationSignIns.Path + "/{id}", OrganisationSignIns.Start).AllowAnonymous();
        routes.MapGet(OrganisationSignIns.Path + "/{id}/link", OrganisationSignIns.StartLink).RequireAuthorization(SignedIn);
        routes.MapGet(OrganisationSignIns.Path + "/{id}/return", OrganisationSignIns.Return).AllowAnonymous();
        routes.MapPost("/session/join", Join.Handle).AllowAnonymous();
        routes.MapPost("/session/end", SignOut.Handle).AllowAnonymous();
    }

    public static void AddSession(this IServiceCollection services, GatewayOptions options) {
        var protection = services.AddDataProtection().SetApplicationName("ClaimsCloud.Gateway");
        if (options.KeysFolder is { } folder) protection.PersistKeysToFileSystem(new(folder));
        else protection.UseEphemeralDataProtectionProvider();

        services.AddSingleton(new EndedSessions(options.Time));
        services.AddSingleton<SessionCookie>();
        services.AddSingleton(s => new ShortCookie<PasskeyTry>("claimscloud-passkey", PasskeySignIn.Path, TimeSpan.FromMinutes(5), s.GetRequiredService<IDataProtectionProvider>(), options.Time));
        services.AddSingleton(s => new ShortCookie<OrganisationTry>("claimscloud-organisation", OrganisationSignIns.Path, TimeSpan.FromMinutes(10), s.GetRequiredService<IDataProtectionProvider>(), options.Time));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<SessionCookie>((cookie, session) => session.Configure(cookie));
        services.AddAuthorizationBuilder()
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser().RequireAssertion(c => SessionCookie.StepOf(c.User) is null).RequireClaim(InternalToken.Subject))
            .AddPolicy(Halfway, policy => policy.RequireAuthenticatedUser().RequireAssertion(c => SessionCookie.StepOf(c.User) is not null).RequireClaim(InternalToken.Subject));
    }
}
