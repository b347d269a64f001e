using ClaimsCloud.Contracts;
using ClaimsCloud.Hosting;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;

namespace ClaimsCloud.Portal;

/// <summary>Every answer of 400 and above is a page that says what to do, also those that the framework gives without a body.</summary>
internal sealed class ErrorPages(RequestDelegate next, TimeProvider time, ILogger<ErrorPages> log) {
    public async Task InvokeAsync(HttpContext context) {
        try {
            await next(context);
        } catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) {
            return;
        } catch (BadHttpRequestException e) when (!context.Response.HasStarted) {
            context.Response.StatusCode = e.StatusCode;
        } catch (Exception e) when (!context.Response.HasStarted) {
            log.LogError(e, "Page {Trace} failed.", RequestId.Current);
            context.Response.StatusCode = e is HttpRequestException ? StatusCodes.Status502BadGateway : StatusCodes.Status500InternalServerError;
        }
        if (context.Response.HasStarted || context.Response.StatusCode < 400 || context.Response.ContentType is not null) return;
        await Problems.Page(Visit.Of(context.User, time.GetUtcNow()), For(context.Response.StatusCode)).ExecuteAsync(context);
    }

    private static Refusal For(int status) => status switch {
        401 => new("session-ended", "ログインの有効期限が切れました。", status),
        403 => new("forbidden", "このページを開く権限がありません。", status),
        404 or 405 => new("not-found", "ページが見つかりません。", 404),
        413 => new("too-large", "ファイルが大きすぎます。", status),
        502 => new("unavailable", "ただいまつながりません。", status),
        >= 500 => new("failed", "処理できませんでした。", status),
        _ => new("bad-request", "送られた内容を読み取れません。", status),
    };
}
