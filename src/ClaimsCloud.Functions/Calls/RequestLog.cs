using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Hosting;

namespace ClaimsCloud.Functions.Calls;

/// <summary>One line a call: the route as it is declared (its values and the query may hold names), status, time, ids of tenant and caller.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log) {
    /// <summary>The framework's own lines hold whole addresses with their queries: a search for a patient's name would stand in the log.</summary>
    public static void Configure(ILoggingBuilder logging, Action<ILoggingBuilder>? instead) {
        logging.ClearProviders();
        if (instead is null) logging.AddSimpleConsole();
        else instead(logging);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }

    public async Task InvokeAsync(HttpContext context) {
        var start = time.GetTimestamp();
        try {
            await next(context);
        } finally {
            var endpoint = context.GetEndpoint()?.Metadata.GetMetadata<HttpEndpoint>();
            log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms tenant {Tenant} caller {Caller} trace {Trace}",
                context.Request.Method, endpoint?.Route ?? "-", context.Response.StatusCode, (long)time.GetElapsedTime(start).TotalMilliseconds,
                context.User.FindFirst(InternalToken.Tenant)?.Value, context.User.FindFirst(InternalToken.Subject)?.Value, RequestId.Current);
        }
    }
}
