using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>The small page on which a person plays the part of the person: for the demo and for training. Plain forms, no script.</summary>
public static class OnlineClaimsSite {
    private const string Style = "body{font-family:sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;line-height:1.7;color:#1a1a1a}table{border-collapse:collapse;width:100%}"
        + "th,td{border-bottom:1px solid #ccc;padding:.5rem;text-align:left;overflow-wrap:anywhere}button{font:inherit;padding:.4rem 1rem}.note{background:#fff7d6;padding:.75rem 1rem}form{display:inline}";

    public static WebApplication Build(OnlineClaimsSystem system, IReadOnlyList<Terminal> terminals, string url) {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(Page(system, terminals), "text/html; charset=utf-8"));
        app.MapPost("/upload", (HttpRequest request) => Act(request, form => {
            var terminal = terminals.First(t => t.Name == form["terminal"]);
            if (OnlineClaimsSystem.Placed(terminal).Contains(form["path"].ToString())) system.Upload(terminal, form["path"]!);
        }));
        app.MapPost("/acceptance", (HttpRequest request) => Act(request, form => system.SaveAcceptanceList(Find(system, form))));
        app.MapPost("/confirm", (HttpRequest request) => Act(request, form => system.Confirm(Find(system, form))));
        app.MapPost("/confirmation", (HttpRequest request) => Act(request, form => system.SaveConfirmationList(Find(system, form))));
        app.MapPost("/return", (HttpRequest request) => Act(request, form => {
            if (Find(system, form) is { IsClaimFile: true } file) system.SaveReturnFile(file, [.. Enumerable.Range(1, Math.Min(2, file.ClaimCount))]);
        }));
        app.MapPost("/write-on", (HttpRequest request) => Act(request, _ => system.WriteOn()));
        app.MapPost("/fault", (HttpRequest request) => Act(request, form => {
            if (form["on"] == "true") system.Inject(form["name"]!);
            else system.Remove(form["name"]!);
            foreach (var terminal in terminals) system.Disturb(terminal);
        }));
        return app;
    }

    private static async Task<IResult> Act(HttpRequest request, Action<IFormCollection> act) {
        act(await request.ReadFormAsync());
        return Results.Redirect("/");
    }

    private static ReceivedFile Find(OnlineClaimsSystem system, IFormCollection form) => system.Received.First(r => r.Terminal.Name == form["terminal"] && r.Number.ToString() == form["number"]);

    private static string Page(OnlineClaimsSystem system, IReadOnlyList<Terminal> terminals) {
        var html = new StringBuilder($"<!doctype html><html lang=ja><meta charset=utf-8><meta name=viewport content='width=device-width'><title>オンライン請求（模擬）</title><style>{Style}</style>"
            + "<h1>オンライン請求（模擬）</h1><p class=note>練習用の画面です。実際の審査支払機関には何も送られません。</p>");
        if (system.IsWriting) html.Append($"<p>リストを書き込んでいる途中です。{Button("write-on", "続きを書く")}</p>");
        foreach (var terminal in terminals) {
            html.Append($"<h2>{E(terminal.Name)}の端末</h2>");
            var waiting = OnlineClaimsSystem.Placed(terminal).Where(p => system.Received.All(r => r.Terminal != terminal || !r.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(p)))).ToList();
            if (waiting.Count == 0) html.Append("<p>送信を待つファイルはありません。</p>");
            foreach (var path in waiting)
                html.Append($"<p>{E(Path.GetRelativePath(terminal.Out, path))} {Button("upload", "アップロード", ("terminal", terminal.Name), ("path", path))}</p>");
            html.Append("<table><caption>送信したファイル</caption><tr><th scope=col>送信回<th scope=col>件数<th scope=col>SHA-256<th scope=col>操作</tr>");
            foreach (var file in system.Received.Where(r => r.Terminal == terminal)) {
                (string, string)[] id = [("terminal", terminal.Name), ("number", file.Number.ToString())];
                html.Append($"<tr><td>{file.Number}<td>{(file.IsClaimFile ? $"{file.ClaimCount}件" : "受付不能")}<td>{file.Sha256[..16]}…<td>{Button("acceptance", "受付結果リストを保存", id)} ")
                    .Append(file.ConfirmedAt is null ? Button("confirm", "請求確定", id) : $"確定済み {Button("confirmation", "請求確定状況を保存", id)} {Button("return", "はじめの2件を返戻にする", id)}").Append("</tr>");
            }
            html.Append("</table>");
        }
        html.Append("<h2>不具合を起こす</h2><table><tr><th scope=col>内容<th scope=col>状態</tr>");
        foreach (var fault in Fault.All)
            html.Append($"<tr><td>{E(fault.Japanese)}<td>{Button("fault", system.Has(fault) ? "止める" : "起こす", ("name", fault.Name), ("on", system.Has(fault) ? "false" : "true"))}</tr>");
        return html.Append("</table>").ToString();
    }

    private static string Button(string action, string label, params (string Name, string Value)[] fields) =>
        $"<form method=post action='/{action}'>{string.Concat(fields.Select(f => $"<input type=hidden name='{E(f.Name)}' value='{E(f.Value)}'>"))}<button>{E(label)}</button></form>";

    private static string E(string text) => HtmlEncoder.Default.Encode(text);
}
