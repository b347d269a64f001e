namespace ClaimsCloud.Portal.Api;

internal static class Paths {
    /// <summary>Puts the values in the place of the <c>{…}</c> of a route. A value of dots would climb out of its place; no id looks like that.</summary>
    public static string Fill(string route, params ReadOnlySpan<string> values) {
        var filled = route;
        foreach (var value in values) {
            var (open, close) = (filled.IndexOf('{', StringComparison.Ordinal), filled.IndexOf('}', StringComparison.Ordinal));
            filled = filled[..open] + (value is "." or ".." ? "-" : Uri.EscapeDataString(value)) + filled[(close + 1)..];
        }
        return filled;
    }

    /// <summary>Adds what has a value.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> values) {
        var separator = '?';
        foreach (var (name, value) in values) {
            if (string.IsNullOrWhiteSpace(value)) continue;
            path += $"{separator}{name}={Uri.EscapeDataString(value)}";
            separator = '&';
        }
        return path;
    }
}
