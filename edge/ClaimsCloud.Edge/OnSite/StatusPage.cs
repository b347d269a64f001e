using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ClaimsCloud.Edge.OnSite;

/// <summary>A page for the person at the PC, on this PC only: what is waiting, what to do now, what there is when everything is down. It shows and does nothing.</summary>
internal sealed class StatusPage(Func<StatusReport> report, Func<string> support, int port) {
    private const string Style = "body{font-family:sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;line-height:1.7;color:#1a1a1a}.do{background:#fff1d6;padding:.5rem 1rem}"
        + ".ok{background:#e6f4ea;padding:.5rem 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:1rem}";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>Loopback by its number: a name could be made to mean another address.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{port}/");

    public async Task Run(CancellationToken stop) {
        using var listener = new HttpListener();
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        using var ending = stop.Register(listener.Stop);
        while (!stop.IsCancellationRequested) {
            try {
                var call = await listener.GetContextAsync();
                var (status, type, text) = Answer(call.Request);
                call.Response.StatusCode = status;
                call.Response.ContentType = type;
                call.Response.Headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'";
                call.Response.Headers["X-Content-Type-Options"] = "nosniff";
                call.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: true);
            } catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException) {
                // The browser went away, or this is the end.
            }
        }
    }

    private (int, string, string) Answer(HttpListenerRequest request) => (request.HttpMethod, request.Url?.AbsolutePath) switch {
        ("GET", "/") => (200, "text/html; charset=utf-8", Html(report())),
        ("GET", "/support") => (200, "text/plain; charset=utf-8", support()),
        ("GET", "/steps") => (200, "text/plain; charset=utf-8", ExitKit.Steps),
        _ => (404, "text/plain; charset=utf-8", "ありません。"),
    };

    internal static string Html(StatusReport now) {
        var html = new StringBuilder($"<!doctype html><html lang=ja><meta charset=utf-8><meta name=viewport content='width=device-width'><meta http-equiv=refresh content=30><title>連携ソフトの状態</title><style>{Style}</style>");
        html.Append($"<h1>{E(now.StationName)} 連携ソフトの状態</h1><p>{At(now.Now)} 現在・第{E(now.Version)}版</p><h2>いますること</h2>");
        var todo = ToDo(now).ToList();
        if (todo.Count == 0) html.Append("<p class=ok>することはありません。</p>");
        foreach (var (what, toDo) in todo) html.Append($"<div class=do><p><strong>{E(what)}</strong></p><p>{E(toDo)}</p></div>");
        html.Append("<h2>待っているもの</h2>");
        if (now.Jobs.Count + now.Files.Count + now.Reports == 0) html.Append("<p>ありません。</p>");
        else html.Append("<ul>");
        foreach (var job in now.Jobs) html.Append($"<li>端末へ置くファイル {E(job.Folder)}：{Word(job.State)}</li>");
        foreach (var file in now.Files) html.Append($"<li>クラウドへ送るファイル {E(file.Name)}：{(file.State == FileState.Copying ? "写しています" : "送る順番を待っています")}</li>");
        if (now.Reports > 0) html.Append($"<li>クラウドへの報告 {now.Reports} 件</li>");
        if (now.Jobs.Count + now.Files.Count + now.Reports > 0) html.Append("</ul>");
        html.Append($"<p>クラウドとの最後の連絡：{(now.LastHeard is { } heard ? At(heard) : "まだありません")}</p>");
        html.Append($"<h2>フォルダー</h2><p>請求ファイルを置く場所：{E(now.TerminalOut)}<br>結果を保存する場所：{E(now.TerminalIn)}{(now.CareOut is { } care ? $"<br>介護の請求ファイルを置く場所：{E(care)}" : "")}</p>");
        html.Append($"<h2>ウイルス対策ソフト</h2><p>検査の対象から外すフォルダー（除外）に、次を入れてください。</p><ul>{string.Concat(now.ToExclude.Select(f => $"<li>{E(f)}</li>"))}</ul>");
        html.Append($"<p>起動してから、ほかのソフトがファイルを開いていて待った回数：{now.Locks} 回</p>");
        html.Append("<h2>クラウドが使えないときは</h2><p>10 日の締め切りに間に合うよう、最後に封印したファイルをこの PC に保管しています。</p><ul>");
        foreach (var held in now.Kit) html.Append($"<li>{E(held)}</li>");
        if (now.Kit.Count == 0) html.Append("<li>保管しているファイルはまだありません。</li>");
        html.Append("</ul><p>取り出すには、管理者として「claims-edge kit --to フォルダー」を実行します。<a href=/steps>請求の手順</a>を印刷しておくと安心です。</p>");
        return html.Append("<h2>サポートデスクへ</h2><p><a href=/support>送る前に内容を確かめる</a>（患者さんの情報は入りません）</p></html>").ToString();
    }

    private static IEnumerable<(string, string)> ToDo(StatusReport now) {
        if (now.WhyNot == Standing.Fenced) yield return ("同じ登録の連携ソフトが、別の PC で動いています。", "どちらの PC を使うか決め、使わない PC の連携ソフトを削除してください。");
        foreach (var code in now.Alarms) yield return AlarmText.Of(code);
    }

    private static string Word(JobState state) => state switch {
        JobState.Created => "受け取っています", JobState.Fetched => "置く順番を待っています", JobState.Placing => "置いています", _ => "もう一度確かめています",
    };

    private static string At(DateTimeOffset time) => time.ToOffset(Japan).ToString("yyyy-MM-dd HH:mm");

    private static string E(string text) => Encoder.Encode(text);
}
