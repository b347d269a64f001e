using ClaimsCloud.Application.Shared;
using ClaimsCloud.Hosting;

namespace ClaimsCloud.Functions.Calls;

/// <summary>Every answer of 400 and above is a problem with a code, also those that the framework gives without a body.</summary>
internal sealed class ProblemAnswers(RequestDelegate next, StoreWatch watch, ILogger<ProblemAnswers> log) {
    /// <summary>How long a caller is asked to wait for stores that are away or full.</summary>
    private const string OutageSeconds = "30";

    public async Task InvokeAsync(HttpContext context) {
        try {
            await next(context);
        } catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) {
            return;
        } catch (StoreOutageException outage) {
            watch.Met(outage);
            if (context.Response.HasStarted) context.Abort();
            else await Answer(outage, context);
            return;
        } catch (BadHttpRequestException e) when (!context.Response.HasStarted) {
            context.Response.StatusCode = e.StatusCode;
        } catch (Exception e) when (!context.Response.HasStarted) {
            log.LogError(e, "Call {Trace} failed.", RequestId.Current);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        if (!context.Response.HasStarted && context.Response.StatusCode >= 400)
            await new Refused(Refusals.For(context.Response.StatusCode)).ExecuteAsync(context);
    }

    /// <summary>A connector waits as long as it is told and brings the same again; a person reads that nothing was lost.</summary>
    private static Task Answer(StoreOutageException outage, HttpContext context) {
        context.Response.Headers.RetryAfter = OutageSeconds;
        return new Refused(outage.Trouble == StoreTrouble.Full ? Refusals.StoreFull : Refusals.StoreAway).ExecuteAsync(context);
    }
}
