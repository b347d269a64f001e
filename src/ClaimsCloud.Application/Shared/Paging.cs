namespace ClaimsCloud.Application.Shared;

internal static class Paging {
    public const int Size = 50;

    /// <summary>What a caller typed as a page number, at least 1.</summary>
    public static int Number(int? page) => Math.Max(1, page ?? 1);

    /// <summary>True for an empty search and wherever one of the texts contains it.</summary>
    public static bool Matches(string? search, params ReadOnlySpan<string?> texts) {
        if (string.IsNullOrWhiteSpace(search)) return true;
        foreach (var text in texts)
            if (text is not null && text.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
