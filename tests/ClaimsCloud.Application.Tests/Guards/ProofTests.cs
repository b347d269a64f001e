using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ClaimsCloud.Application.Tests.Guards;

/// <summary>What a page names as its proof has to be there: a test that was renamed or removed must not go on proving things on paper.</summary>
public sealed partial class ProofTests {
    private static readonly string Root = FindRoot();

    [Theory, InlineData("README.md", "What bad input meets"), InlineData("security-guideline.md", "")]
    public void Every_test_that_a_page_names_exists(string page, string section) {
        var text = File.ReadAllText(Path.Combine(Root, "src", "ClaimsCloud.Application", page));
        if (section.Length > 0) text = text.Split("\n## ").Single(part => part.StartsWith(section, StringComparison.Ordinal));
        var named = Named().Matches(text).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 10, $"{page} names {named.Count} tests");
        var there = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(named.Except(there));
    }

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"`(?<name>[A-Z]\w+(Tests|Contract|Outbox))`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\bclass (?<name>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();
}
