using System.Globalization;
using System.Security.Cryptography;
using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;
using ClaimsCloud.Contracts;
using ClaimsCloud.Functions.CustomHandler;
using ClaimsCloud.Hosting;
using Microsoft.AspNetCore.Http.Metadata;

namespace ClaimsCloud.Functions.Calls;

/// <summary>Turns the endpoint table into routes, each with its access rule, its tenant and its body limit.</summary>
internal static class CallsSetup {
    public static void AddCalls(this IServiceCollection services, TimeProvider time, ECDsa gatewayKey, EdgeTokens tokens) {
        services.AddAccessRules(time, gatewayKey, tokens);
        services.AddScoped<CallScope>();
        services.AddScoped(s => s.GetRequiredService<CallScope>().Tenant ?? throw new InvalidOperationException("This call has no tenant."));
        services.AddScoped(s => s.GetRequiredService<CallScope>().Caller ?? throw new InvalidOperationException("This call has no caller."));
        services.AddScoped(s => s.GetRequiredService<CallScope>().Staff ?? throw new InvalidOperationException("This call looks after nobody."));
        services.AddScoped(s => s.GetRequiredService<CallScope>().Grant ?? throw new InvalidOperationException("This call has no grant."));
        services.ConfigureHttpJsonOptions(o => {
            o.SerializerOptions.DefaultIgnoreCondition = Json.Options.DefaultIgnoreCondition;
            o.SerializerOptions.Encoder = Json.Options.Encoder;
            foreach (var converter in Json.Options.Converters) o.SerializerOptions.Converters.Add(converter);
        });
    }

    public static void MapCalls(this WebApplication app, EndpointTable table, TenantDirectory directory) {
        app.UseNamedSpans();
        app.UseMiddleware<RequestLog>();
        app.Use(TellTheTime);
        app.UseMiddleware<ProblemAnswers>();
        app.UseRouting();
        app.Use(AnswerWhatIsNoRoute);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use((context, next) => EnterCall.Handle(context, directory, next));
        foreach (var endpoint in table.Http)
            app.MapLate(endpoint).Require(endpoint.Access).WithMetadata(new BodySize(endpoint.BodyLimit), endpoint);
        app.MapGet(FunctionNames.Health, async (StoreWatch watch, CancellationToken stop) => {
            // Touches the store: a host that cannot read is not healthy. One whose store is full answers what can be read: who took it away for that would take all of it away.
            await directory.Open(new("health"), stop);
            return TypedResults.Text(watch.Trouble == StoreTrouble.Full ? "store-full" : "ok");
        }).AllowAnonymous();
    }

    /// <summary>
    /// No route, another method or another media type: none of it runs anything of ours, so it needs no token, and "401" would send a connector for
    /// a new one. The framework's answers to the last two are endpoints but never route endpoints; ours always are.
    /// </summary>
    private static Task AnswerWhatIsNoRoute(HttpContext context, RequestDelegate next) {
        switch (context.GetEndpoint()) {
            case RouteEndpoint:
                return next(context);
            case { RequestDelegate: { } answer }:
                return answer(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    /// <summary>Connectors take their time from every answer: it has to be the clock that judges their assertions.</summary>
    private static Task TellTheTime(HttpContext context, RequestDelegate next) {
        context.Response.Headers.Date = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        return next(context);
    }
}

internal sealed record BodySize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
