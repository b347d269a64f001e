using ClaimsCloud.Contracts;
using ClaimsCloud.Gateway.Organisations;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace ClaimsCloud.Gateway.Proxy;

internal static class ProxyModule {
    public static void AddProxy(this IServiceCollection services, GatewayOptions options) {
        services.AddSingleton(s => new Destinations(options, s.GetRequiredService<InMemoryConfigProvider>(), s.GetRequiredService<ILogger<Destinations>>()));
        services.AddHostedService(s => s.GetRequiredService<Destinations>());
        services.AddForwarding(options);
    }

    private static void AddForwarding(this IServiceCollection services, GatewayOptions options) => services.AddReverseProxy()
        .LoadFromMemory(RouteTable.Routes, RouteTable.Clusters(new([options.Portal], [options.Functions])))
        .AddTransforms(context => {
            // Only what is named passes inward: no cookie, no identity that a caller made up.
            context.CopyRequestHeaders = false;
            context.UseDefaultForwarders = false;
            var toEdge = context.Route.ClusterId == RouteTable.Functions;
            context.AddRequestHeadersAllowed(toEdge ? RouteTable.EdgeHeaders : RouteTable.PageHeaders);
            if (RouteTable.WithOrganisations.Contains(context.Route.Match.Path)) {
                var providers = context.Services.GetRequiredService<Providers>();
                context.AddRequestTransform(request => {
                    if (providers.NamesFor(request.HttpContext) is { } names) request.ProxyRequest.Headers.Add(GatewayHeaders.Organisations, names);
                    return ValueTask.CompletedTask;
                });
            }
            if (context.Route.AuthorizationPolicy is not (Session.SessionModule.SignedIn or Session.SessionModule.Halfway)) return;
            var (tokens, address) = (context.Services.GetRequiredService<InternalTokens>(), context.Services.GetRequiredService<PublicAddress>());
            context.AddRequestTransform(request => {
                request.ProxyRequest.Headers.Add(GatewayHeaders.PublicAddress, address.Of(request.HttpContext));
                request.ProxyRequest.Headers.Authorization = new("Bearer", tokens.ForPerson(request.HttpContext));
                return ValueTask.CompletedTask;
            });
        });
}
