using System.Security.Cryptography;
using ClaimsCloud.Contracts;
using Microsoft.IdentityModel.Tokens;

namespace ClaimsCloud.Portal.Visits;

internal static class VisitsModule {
    public const string Person = "person";
    public const string Station = "station";
    public const string Nurse = "nurse";
    public const string Admin = "admin";
    public const string Desk = "desk";
    public const string Manager = "manager";
    public const string Halfway = "halfway";

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
            .AddPolicy(Person, policy => policy.RequireClaim(InternalToken.Role, [InternalToken.AdminRole, InternalToken.BillerRole, InternalToken.NurseRole, InternalToken.DeskRole, InternalToken.EngineerRole]))
            .AddPolicy(Station, policy => policy.RequireClaim(InternalToken.Role, InternalToken.AdminRole, InternalToken.BillerRole))
            .AddPolicy(Nurse, policy => policy.RequireClaim(InternalToken.Role, InternalToken.AdminRole, InternalToken.BillerRole, InternalToken.NurseRole))
            .AddPolicy(Admin, policy => policy.RequireClaim(InternalToken.Role, InternalToken.AdminRole))
            .AddPolicy(Desk, policy => policy.RequireClaim(InternalToken.Role, InternalToken.DeskRole, InternalToken.EngineerRole))
            .AddPolicy(Manager, policy => policy.RequireClaim(InternalToken.Role, InternalToken.AdminRole, InternalToken.EngineerRole))
            .AddPolicy(Halfway, policy => policy.RequireClaim(InternalToken.Role, InternalToken.PendingRole));
        services.AddHttpContextAccessor();
        services.AddScoped(s => Visit.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext!.User, options.Time.GetUtcNow())
            ?? throw new InvalidOperationException("This page has no visitor."));
    }
}
