using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Portal.Visits;

internal static class VisitsModule {
    public const string Person = "person";
    public const string Station = "station";
    public const string Desk = "desk";

    public static void AddVisits(this IServiceCollection services, PortalOptions options) {
        services.AddSingleton(_ => {
            var key = ECDsa.Create();
            key.ImportFromPem(options.GatewayPublicKeyPem);
            return key;
        });
        services.AddAuthentication(GatewayToken.Scheme).AddScheme<GatewayTokenOptions, GatewayToken>(GatewayToken.Scheme, null);
        services.AddOptions<GatewayTokenOptions>(GatewayToken.Scheme).Configure<ECDsa>((o, key) => o.Rules = GatewayToken.Only(new ECDsaSecurityKey(key), options.Time));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Person, policy => policy.RequireClaim(InternalToken.Role, InternalToken.BillerRole, InternalToken.DeskRole))
            .AddPolicy(Station, policy => policy.RequireClaim(InternalToken.Role, InternalToken.BillerRole))
            .AddPolicy(Desk, policy => policy.RequireClaim(InternalToken.Role, InternalToken.DeskRole));
        services.AddHttpContextAccessor();
        services.AddScoped(s => Visit.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext!.User, options.Time.GetUtcNow())
            ?? throw new InvalidOperationException("This page has no visitor."));
    }
}
