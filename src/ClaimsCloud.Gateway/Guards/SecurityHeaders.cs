using ClaimsCloud.Hosting;
using Microsoft.Net.Http.Headers;

namespace ClaimsCloud.Gateway.Guards;

/// <summary>Set as the answer starts, so that no host behind the door can weaken them.</summary>
internal sealed class SecurityHeaders(RequestDelegate next) {
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context) {
        // Taken now: an answer may start after its span has ended.
        var number = RequestId.Current;
        context.Response.OnStarting(() => {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers[RequestId.Header] = number;
            headers["Referrer-Policy"] = "same-origin"; // not no-referrer: the browser would send "Origin: null" with our own forms
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            // What nobody said may be kept is not kept: pages hold patients' data, and offices share PCs.
            if (!headers.ContainsKey(HeaderNames.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
