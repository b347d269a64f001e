namespace ClaimsCloud.Gateway.Session;

internal static class LocalPath {
    /// <summary>The path when it leads to a page of this site, else the other one. A browser reads <c>//host</c> and <c>/\host</c> as another site.</summary>
    public static string Or(string? path, string otherwise) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) && path.Length <= 1000 && !path.StartsWith(SessionModule.SignInPage, StringComparison.Ordinal)
            ? path : otherwise;
}
