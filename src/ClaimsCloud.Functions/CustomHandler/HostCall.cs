using Microsoft.Extensions.Primitives;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>
/// Tells a call of the Functions host itself from one that it forwards for somebody outside. Read from the host's source (Workers/Http/DefaultHttpWorkerService.cs,
/// HttpProxyService/DefaultHttpProxyService.cs, 4.x): on what it forwards it always sets, over whatever came, a correlation id; on its own calls
/// never. Whatever stands in front of the host adds the marks of a proxy. The two headers below stand on both and can be invented by anybody:
/// they are necessary, not sufficient.
/// </summary>
internal static class HostCall {
    private const string Forwarded = "x-ms-invocation-id";
    private static readonly string[] OnEveryCall = ["X-Azure-Functions-InvocationId", "X-Azure-Functions-HostVersion"];
    private static readonly string[] OfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL", "X-ARR-SSL", "X-ARR-LOG-ID", "X-SITE-DEPLOYMENT-ID",
        "WAS-DEFAULT-HOSTNAME", "DISGUISED-HOST", "CLIENT-IP", "X-Client-IP", "X-Azure-ClientIP", "X-Azure-FDID", "Via"];

    public static bool Is(HttpRequest request) =>
        OnEveryCall.All(name => !StringValues.IsNullOrEmpty(request.Headers[name]))
        && !request.Headers.ContainsKey(Forwarded) && !OfProxies.Any(request.Headers.ContainsKey)
        // The host's own calls have neither; a browser or a client of the product has one of them.
        && !request.Headers.ContainsKey("Authorization") && !request.Headers.ContainsKey("Cookie")
        && request.HttpContext.Connection.RemoteIpAddress is { } from && System.Net.IPAddress.IsLoopback(from);
}
