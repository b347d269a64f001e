using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Functions.Calls;

/// <summary>After the access rule: a session that was ended opens nothing, and the handler gets the scope that its token, or a grant, opens.</summary>
internal static class EnterCall {
    public static async Task Handle(HttpContext context, TenantDirectory directory, RequestDelegate next) {
        var (user, stop) = (context.User, context.RequestAborted);
        var scope = context.RequestServices.GetRequiredService<CallScope>();
        if (AccessRules.One(user, InternalToken.Subject) is { } subject)
            scope.Caller = new(subject, AccessRules.One(user, InternalToken.From), AccessRules.One(user, InternalToken.Session)) { PublicAddress = AccessRules.One(user, InternalToken.Address) };
        var endpoint = context.GetEndpoint()?.Metadata.GetMetadata<HttpEndpoint>();
        // The framework looks at the size only when a body is read; what a handler leaves unread must not be sent either.
        var refusal = endpoint is not null && context.Request.ContentLength > endpoint.BodyLimit ? Refusals.TooLarge
            : scope.Caller?.Session is { } session && !await Session.IsLive(session, scope.Caller.Id, directory.Platform, stop) ? Refusals.TokenRefused
            : await Enter(endpoint?.Access, scope, context, directory, stop);
        refusal ??= endpoint?.Feature is { } feature && scope.Tenant is { } tenant && !await TenantFeatures.Has(feature, tenant.Id, directory.Platform, stop) ? Refusals.FeatureOff : null;
        if (refusal is null) await next(context);
        else await new Refused(refusal).ExecuteAsync(context);
    }

    private static async Task<Refusal?> Enter(Access? access, CallScope scope, HttpContext context, TenantDirectory directory, CancellationToken stop) {
        switch (access) {
            case Access.Biller or Access.Nurse or Access.Admin or Access.Device:
                scope.Tenant = await directory.Open(new(AccessRules.One(context.User, InternalToken.Tenant) ?? ""), stop);
                return scope.Tenant is null ? Refusals.Forbidden : null;
            case Access.Manager:
                if (AccessRules.One(context.User, InternalToken.Tenant) is not { } own) scope.Staff = new(directory.Platform, null);
                else if (await directory.Open(new(own), stop) is { } house) scope.Staff = new(directory.Platform, house.Id);
                return scope.Staff is null ? Refusals.Forbidden : null;
            case Access.Granted:
                // Another's grant, one that has ended and none at all are the same.
                if (await directory.Open(new($"{context.GetRouteValue("stationId")}"), stop) is not { } station
                    || await Grant.Enter($"{context.GetRouteValue("grantId")}", station, scope.Caller!, stop) is not { } grant) return Refusals.NotFound;
                (scope.Tenant, scope.Grant) = (station, grant);
                return null;
            default:
                return null;
        }
    }
}
