using System.Text.Encodings.Web;
using ClaimsCloud.Contracts;
using ClaimsCloud.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Gateway.Guards;

/// <summary>What the gateway itself refuses or cannot reach: a page in Japanese for a person, a problem with a code for a connector. It needs nothing of the portal, which may be down.</summary>
internal sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log) {
    public const string StylePath = "/session/error.css";

    public async Task InvokeAsync(HttpContext context) {
        try {
            await next(context);
        } catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) {
            return;
        } catch (BadHttpRequestException e) when (!context.Response.HasStarted) {
            context.Response.StatusCode = e.StatusCode;
        } catch (Exception e) when (!context.Response.HasStarted) {
            log.LogError(e, "Call {Trace} failed.", RequestId.Current);
            context.Response.StatusCode = e is HttpRequestException or TaskCanceledException ? StatusCodes.Status502BadGateway : StatusCodes.Status500InternalServerError;
        }
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null) return;
        var problem = Problem(response.StatusCode);
        if (context.Request.Path.StartsWithSegments("/edge")) await response.WriteAsJsonAsync(problem.Refusal, options: null, "application/problem+json");
        else {
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync(Page(problem.Refusal.Title, problem.Advice));
        }
    }

    public static ContentHttpResult Style() => TypedResults.Text("""
        body { margin: 0; background: #f2f2f2; color: #1a1a1a; font: 1rem/1.7 "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
        main { max-width: 36rem; margin: 4rem auto; padding: 2rem; background: #fff; border: 1px solid #ccc; border-radius: .75rem; }
        h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.5; } a { color: #0017c1; } @media (max-width: 40rem) { main { margin: 1rem; padding: 1.25rem; } }
        """, "text/css");

    private static (Refusal Refusal, string Advice) Problem(int status) => status switch {
        401 => (new("session-ended", "ログインの有効期限が切れました", status), "もう一度ログインしてください。"),
        403 => (new("forbidden", "この操作は受け付けられません", status), "ClaimsCloud の画面からもう一度操作してください。"),
        404 or 405 => (new("not-found", "ページが見つかりません", status), "アドレスを確かめてください。"),
        413 => (new("too-large", "送られたデータが大きすぎます", status), "ファイルの大きさを確かめてください。"),
        429 => (new("too-many", "続けて操作されたため、少しの間お待ちいただいています", status), "1分ほど待ってから、もう一度お試しください。"),
        502 or 503 or 504 => (new("unavailable", "ただいまつながりません", status), "取り込んだファイルは失われていません。少し待ってから、もう一度お試しください。"),
        >= 500 => (new("failed", "処理できませんでした", status), "少し待ってから、もう一度お試しください。続くときはサポートデスクへご連絡ください。"),
        _ => (new("bad-request", "送られた内容を読み取れません", status), "画面を開き直してから、もう一度お試しください。"),
    };

    private static string Page(string title, string advice) => $"""
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} | ClaimsCloud</title><link rel="stylesheet" href="{StylePath}"></head>
        <body><main><h1>{Text(title)}</h1><p>{Text(advice)}</p><p>受付番号 <code>{RequestId.Current}</code></p><p><a href="/">ホームへ</a></p></main></body></html>
        """;

    private static string Text(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}
