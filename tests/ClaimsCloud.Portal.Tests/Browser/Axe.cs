using System.Text.Json;

namespace ClaimsCloud.Portal.Tests.Browser;

/// <summary>axe-core 4.14.1, unchanged from its npm package (MPL-2.0, vendor/axe-core). It runs in the page through the debugger, so the content policy stays as it is.</summary>
internal static class Axe {
    private static readonly Lazy<string> Script = new(() => {
        using var reader = new StreamReader(typeof(Axe).Assembly.GetManifestResourceStream("axe.min.js")!);
        return reader.ReadToEnd();
    });

    /// <summary>Rule and element of each thing that a person with a screen reader, a keyboard or weak eyes would stumble over.</summary>
    public static async Task<IReadOnlyList<string>> Violations(Window window) {
        await window.Page.EvaluateAsync($"() => {{ {Script.Value}; }}");
        var json = await window.Page.EvaluateAsync<string>("""
            () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                .then(found => JSON.stringify(found.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target.join(' ') + ' ' + n.failureSummary))))
            """);
        return JsonSerializer.Deserialize<string[]>(json)!;
    }
}
