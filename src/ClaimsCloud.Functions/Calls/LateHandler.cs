using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Functions.Calls;

/// <summary>
/// Routes whose handler is compiled at its own first call. The framework compiles every handler at the start, and all of them once more at the first call of any:
/// with our hundred and more routes that is most of what a start costs, and a Functions host starts often.
/// </summary>
internal static class LateHandler {
    public static IEndpointConventionBuilder MapLate(this IEndpointRouteBuilder app, HttpEndpoint endpoint) {
        var route = app.MapMethods(endpoint.Route, [endpoint.Method], static _ => throw new InvalidOperationException("This route has no handler yet."));
        route.Add(builder => {
            var options = new RequestDelegateFactoryOptions {
                ServiceProvider = app.ServiceProvider,
                RouteParameterNames = [.. ((RouteEndpointBuilder)builder).RoutePattern.Parameters.Select(p => p.Name)],
                DisableInferBodyFromParameters = HttpMethods.IsGet(endpoint.Method),
                EndpointBuilder = builder,
            };
            // Here, not late: it adds what routing has to know (media types), and a handler that cannot be bound stops the start.
            var metadata = RequestDelegateFactory.InferMetadata(endpoint.Handler.Method, options);
            var handler = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(endpoint.Handler, options, metadata).RequestDelegate);
            builder.RequestDelegate = context => handler.Value(context);
        });
        return route;
    }
}
