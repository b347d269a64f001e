using System.Text.RegularExpressions;
using ClaimsCloud.Portal.Tests.Stack;

namespace ClaimsCloud.Portal.Tests.Pages;

/// <summary>What holds for the text of each page, without a browser.</summary>
public sealed partial class PlainHtml(Tour tour) {
    public static readonly TheoryData<string> Everywhere = [.. Places.Names];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task No_page_carries_script_or_style_in_its_text_nor_loads_anything_from_elsewhere(string place) {
        var (who, path) = Places.Of(place, tour);
        using var stranger = new Visitor(tour.Stack.Address);
        var html = await Stack.Pages.Html(await Places.Visitor(who, tour) ?? stranger, path);
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
        Assert.Empty(Inline().Matches(html).Select(m => m.Value));
        Assert.DoesNotContain(Reference().Matches(html), m => m.Groups["address"].Value is not (['/', ..] or ['#', ..]) && !IsWayOut(m.Value));
        Assert.Contains("lang=\"ja\"", html, StringComparison.Ordinal);
    }

    /// <summary>A link that a person follows loads nothing by itself; the page that it leads to does not learn from where.</summary>
    private static bool IsWayOut(string tag) => tag.StartsWith("<a ", StringComparison.Ordinal) && tag.Contains("rel=\"noreferrer\"", StringComparison.Ordinal) && tag.Contains("href=\"https://", StringComparison.Ordinal);

    [GeneratedRegex("<style|<script(?! src=\"/assets/)|\\sstyle=\"|<[^>]*\\son[a-z]+=\"|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("<[a-z]+(?=[^>]*\\s(src|href|action)=\"(?<address>[^\"]*)\")[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
