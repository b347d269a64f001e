using ClaimsCloud.Application.Shared;
using ClaimsCloud.Hosting;

namespace ClaimsCloud.Functions.Calls;

/// <summary>Every answer of 400 and above is a problem with a code, also those that the framework gives without a body.</summary>
internal sealed class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> log) {
    public async Task InvokeAsync(HttpContext context) {
        try {
            await next(context);
        } catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) {
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
}
