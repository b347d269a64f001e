namespace ClaimsCloud.Gateway.Guards;

/// <summary>
/// What changes something must come from a page of this site: the browser itself says where a request started, and no page can make it lie.
/// Connectors are not browsers and carry no cookie; their calls are let through here. See decision 010.
/// </summary>
internal sealed class SameOriginOnly(RequestDelegate next, ILogger<SameOriginOnly> log) {
    public Task InvokeAsync(HttpContext context) {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.StartsWithSegments("/edge") || FromHere(request)) return next(context);
        log.LogWarning("A {Method} that did not start on a page of this site was refused.", request.Method);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool FromHere(HttpRequest request) {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length == 0 && origin.Length == 0) return false;
        return (site.Length == 0 || site == "same-origin") && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
