using System.Security.Claims;
using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Authorization;

namespace ClaimsCloud.Functions.Calls;

/// <summary>Who passes which <see cref="Access"/>. What no rule lets in is refused, also a route that somebody forgot to give one.</summary>
internal static class AccessRules {
    private const string Internal = "internal";
    private const string Device = "device";

    public static void AddAccessRules(this IServiceCollection services, TimeProvider time, ECDsa gatewayKey, EdgeTokens tokens) {
        services.AddAuthentication()
            .AddScheme<TokenOptions, TokenScheme>(Internal, o => o.Rules =
                TokenScheme.Only(InternalToken.Issuer, InternalToken.Audience, TokenKeys.For(gatewayKey), time))
            .AddScheme<TokenOptions, TokenScheme>(Device, o => o.Rules =
                TokenScheme.Only(EdgeTokens.Issuer, EdgeTokens.Audience, tokens.Key, time));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(Internal).RequireAssertion(_ => false).Build())
            .AddPolicy(nameof(Access.Biller), Rule(Internal, user => IsOfStation(user, InternalToken.BillerRole, InternalToken.AdminRole)))
            .AddPolicy(nameof(Access.Nurse), Rule(Internal, user => IsOfStation(user, InternalToken.NurseRole, InternalToken.BillerRole, InternalToken.AdminRole)))
            .AddPolicy(nameof(Access.Admin), Rule(Internal, user => IsOfStation(user, InternalToken.AdminRole)))
            .AddPolicy(nameof(Access.Desk), Rule(Internal, user => IsOfVendor(user, InternalToken.DeskRole, InternalToken.EngineerRole)))
            .AddPolicy(nameof(Access.Engineer), Rule(Internal, user => IsOfVendor(user, InternalToken.EngineerRole)))
            .AddPolicy(nameof(Access.Granted), Rule(Internal, user => IsOfVendor(user, InternalToken.DeskRole, InternalToken.EngineerRole)))
            .AddPolicy(nameof(Access.Manager), Rule(Internal, user => IsOfStation(user, InternalToken.AdminRole) || IsOfVendor(user, InternalToken.EngineerRole)))
            .AddPolicy(nameof(Access.Person), Rule(Internal, user => IsOfStation(user, InternalToken.NurseRole, InternalToken.BillerRole, InternalToken.AdminRole)
                || IsOfVendor(user, InternalToken.DeskRole, InternalToken.EngineerRole)))
            .AddPolicy(nameof(Access.Pending), Rule(Internal, user => Role(user) == InternalToken.PendingRole))
            .AddPolicy(nameof(Access.Gateway), Rule(Internal, user => Role(user) == InternalToken.GatewayRole))
            .AddPolicy(nameof(Access.Device), Rule(Device, user => One(user, InternalToken.Tenant) is not null));
    }

    public static TBuilder Require<TBuilder>(this TBuilder endpoint, Access access) where TBuilder : IEndpointConventionBuilder =>
        access is Access.Credential or Access.Anybody ? endpoint.AllowAnonymous() : endpoint.RequireAuthorization(access.ToString());

    /// <summary>The claim's value when it is there exactly once.</summary>
    public static string? One(ClaimsPrincipal user, string claim) => user.FindAll(claim).ToList() is [{ Value.Length: > 0 } only] ? only.Value : null;

    private static string? Role(ClaimsPrincipal user) => One(user, InternalToken.Role);

    private static bool IsOfStation(ClaimsPrincipal user, params ReadOnlySpan<string> roles) => Role(user) is { } role && roles.Contains(role) && One(user, InternalToken.Tenant) is not null;

    private static bool IsOfVendor(ClaimsPrincipal user, params ReadOnlySpan<string> roles) => Role(user) is { } role && roles.Contains(role) && !user.HasClaim(c => c.Type == InternalToken.Tenant);

    private static Action<AuthorizationPolicyBuilder> Rule(string scheme, Func<ClaimsPrincipal, bool> passes) => policy => policy
        .AddAuthenticationSchemes(scheme).RequireAuthenticatedUser().RequireAssertion(context => One(context.User, InternalToken.Subject) is not null && passes(context.User));
}
