using System.Text.RegularExpressions;
using ClaimsCloud.Portal.Tests.Stack;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Portal.Tests.Pages;

/// <summary>Names and texts that look like markup, in every place where a person or a site can write one, are shown as they are.</summary>
public sealed partial class MarkupTests {
    private static readonly string[] Hostile = [ClaimFiles.Markup, "\"><svg onload=alert(1)>", "' autofocus onfocus='alert(1)", "</title><script>alert(1)</script>", "{{7*7}}${7*7}&lt;b&gt;"];

    [Fact]
    public async Task No_name_and_no_message_becomes_markup_on_any_page() {
        await using var stack = await PortalStack.Run();
        foreach (var text in Hostile) {
            var station = await stack.OpenStation(text, "1234567", text);
            await using var site = new StationSite(stack);
            await site.Start(await Codes.New(station), Short(text));
            var fileId = await station.Upload(ClaimFiles.WithMarkup(), text.Replace('/', '\u2044').Replace("\"", "%22", StringComparison.Ordinal) + ".UKE");
            await Stack.Pages.Settled(station, fileId);
            await File.WriteAllTextAsync(Path.Combine(site.Terminal.In, "memo.txt"), text, TestContext.Current.CancellationToken);
            await Stack.Pages.Shows(station, "/returned", "memo.txt");
            using var visitor = await station.Visit();
            var memo = Memo().Match(await Stack.Pages.Html(visitor, "/returned")).Value;
            Inspect(await Stack.Pages.Html(visitor, memo), "a file that came up");
            foreach (var path in (string[])["/", "/files", $"/files/{fileId}", $"/files/{fileId}/findings", $"/files/{fileId}/claims", $"/files/{fileId}/claims/1", $"/files/{fileId}/seal",
                "/connectors", "/returned", "/return-work", "/board/202406", "/rules", $"/files?search={Uri.EscapeDataString(text)}", $"/files/{fileId}/findings?search={Uri.EscapeDataString(text)}",
                $"/rules?search={Uri.EscapeDataString(text)}", $"/sign-in?problem={Uri.EscapeDataString(text)}&to={Uri.EscapeDataString(text)}"])
                Inspect(await Stack.Pages.Html(visitor, path), path);
            using var code = await visitor.Post("/connectors/codes");
            Inspect(await code.Content.ReadAsStringAsync(), "/connectors/codes");
        }
        using var desk = await Visitor.SignedIn(stack.Address, await stack.OpenDesk(ClaimFiles.Markup), stack.Time.GetUtcNow());
        await Eventually.Holds("the desk knows all stations", async () => (await Stack.Pages.Html(desk, "/desk")).Contains($"{Hostile.Length}件", StringComparison.Ordinal));
        Inspect(await Stack.Pages.Html(desk, "/desk"), "/desk");
        await CasesShowTexts(desk);
    }

    private static async Task CasesShowTexts(Visitor desk) {
        var cases = TourCases.Desk(desk);
        var application = await cases.Apply(Hostile[0], "8300001", handIn: false, ("remarks", Hostile[1]), ("provider", Hostile[3]));
        Inspect(await Stack.Pages.Html(desk, application), application);
        var number = await cases.To("order", Hostile[1], "8300002", DateOnly.FromDateTime(PortalStack.Start.DateTime), ("contactName", Hostile[2]), ("remarks", Hostile[4]));
        await cases.Do(number, "blocker", ("text", Hostile[0]), ("holder", "station"));
        foreach (var path in (string[])["/cases", $"/cases/{number}", $"/cases/{number}/answers", $"/cases/{number}/history", $"/cases?search={Uri.EscapeDataString(Hostile[0])}"]) Inspect(await Stack.Pages.Html(desk, path), path);
    }

    private static string Short(string text) => text.Length <= 64 ? text : text[..64];

    private static void Inspect(string html, string path) {
        Assert.True(html.Contains("&lt;", StringComparison.Ordinal) || html.Contains("&quot;", StringComparison.Ordinal) || html.Contains("&#x27;", StringComparison.Ordinal)
            || html.Contains("&amp;", StringComparison.Ordinal), $"{path} shows none of the texts");
        // What stands between the quotes of an attribute is text; a value that breaks out of them does not end at its own quote and stays in sight.
        var markup = Markup().Match(Value().Replace(html, "=\"\""));
        Assert.False(markup.Success, $"{path}: {markup.Value}");
    }

    [GeneratedRegex("/returned/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Memo();

    [GeneratedRegex("=\"[^\"<>]*\"", RegexOptions.None, 1000)]
    private static partial Regex Value();

    /// <summary>An element or an attribute that runs something: our own pages have none of them.</summary>
    [GeneratedRegex("<script(?! src=)|<svg onload|<img src=x|<[^>]*\\son\\w+=|alert\\(1\\)</script>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Markup();
}
