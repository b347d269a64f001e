using System.Text.Json;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Functions.Calls;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>The triggers of the Functions host as <c>POST /{name}</c>. For anybody but the host they are not there.</summary>
internal static class TriggerRoutes {
    /// <summary>Name of the queue trigger's binding in function.json.</summary>
    public const string WakeBinding = "wake";
    /// <summary>As host.json has it: after this many tries the host puts the message into the poison queue.</summary>
    public const int MaxDequeueCount = 5;
    /// <summary>An empty body would leave the invocation unfinished.</summary>
    private const string Finished = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    public static void MapTriggers(this WebApplication app, Triggers triggers) {
        var (watch, log) = (app.Services.GetRequiredService<StoreWatch>(), app.Services.GetRequiredService<ILogger<Triggers>>());
        foreach (var name in triggers.All)
            app.MapPost("/" + name, async context => await (await Answer(context, name, triggers, watch, log, app.Lifetime.ApplicationStopping)).ExecuteAsync(context)).AllowAnonymous().WithMetadata(new BodySize(BodyLimit.Json));
    }

    private static async Task<IResult> Answer(HttpContext context, string name, Triggers triggers, StoreWatch watch, ILogger log, CancellationToken stopping) {
        if (!HostCall.Is(context.Request)) return TypedResults.NotFound();
        // The host lets go of a call when it stops; what is in hand goes back to its lane, and the wake comes again.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var attempt = 1;
        try {
            var call = await HostInvocation.Read(context.Request.Body, ending.Token);
            attempt = call.DequeueCount;
            await triggers.Run(name, triggers.Queues.Contains(name) ? call.Text(WakeBinding) : "", ending.Token);
            return TypedResults.Content(Finished, "application/json");
        } catch (Exception e) when (e is JsonException or FormatException) {
            // It will be no better next time, and ends in the poison queue.
            log.LogError("Trigger {Trigger} cannot read its call: {Error}, try {Try} of {Tries}.", name, e.GetType().Name, attempt, MaxDequeueCount);
            return TypedResults.BadRequest();
        } catch (StoreOutageException outage) when (!ending.IsCancellationRequested) {
            watch.Met(outage);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        } catch (Exception e) when (!ending.IsCancellationRequested) {
            log.LogError(e, "Trigger {Trigger} failed, try {Try} of {Tries}.", name, attempt, MaxDequeueCount);
            return TypedResults.StatusCode(StatusCodes.Status500InternalServerError);
        } catch (OperationCanceledException) {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
