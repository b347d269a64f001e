using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Session;

namespace ClaimsCloud.Gateway.Guards;

/// <summary>One caller cannot use the house up. Devices count by credential and by address: the credential is not verified here, so it alone would be no limit.</summary>
internal static class CallLimits {
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddCallLimits(this IServiceCollection services, GatewayLimits limits) => services.AddRateLimiter(limiter => {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) => {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => !IsEdge(context)
                ? Per(limits.PageCalls, Minute, "page " + (SessionCookie.IdOf(context.User) ?? AddressOf(context)))
                : Per(limits.EdgeCallsPerAddress, Minute, "edge " + AddressOf(context))),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.FindFirst(InternalToken.Tenant)?.Value is { } tenant
                ? Per(limits.PageCallsPerTenant, Minute, "tenant " + tenant) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsApplication(context) ? Per(limits.ApplicationsPerAddress, TimeSpan.FromHours(1), "apply " + AddressOf(context)) : !IsEdge(context) ? RateLimitPartition.GetNoLimiter("")
                : context.Request.Path.Equals("/" + EdgeRoutes.Enrol) ? Per(limits.EnrolmentsPerAddress, TimeSpan.FromMinutes(5), "enrol " + AddressOf(context))
                : Per(limits.EdgeCallsPerDevice, Minute, "device " + DeviceOf(context))));
    });

    /// <summary>Without the zone of a local IPv6 address; empty where the connection has none.</summary>
    public static string AddressOf(HttpContext context) => (context.Connection.RemoteIpAddress?.ToString() ?? "").Split('%')[0];

    private static bool IsEdge(HttpContext context) => context.Request.Path.StartsWithSegments("/edge");

    private static bool IsApplication(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/apply");

    private static string DeviceOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { Length: > 0 } credential ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(credential))) : AddressOf(context);

    private static RateLimitPartition<string> Per(int calls, TimeSpan window, string who) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new() { PermitLimit = calls, Window = window, SegmentsPerWindow = 6 });
}
