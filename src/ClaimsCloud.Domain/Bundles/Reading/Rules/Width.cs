namespace ClaimsCloud.Domain.Bundles.Reading.Rules;

/// <summary>Bytes that text takes in a claim file: half-width 1, full-width 2.</summary>
internal static class Width {
    /// <summary>JIS X 0201: what a claim file writes in one byte.</summary>
    public static bool IsHalf(char c) => c is (>= ' ' and <= '~') or '¥' or '\u203E' or (>= '\uFF61' and <= '\uFF9F');

    public static int Bytes(string text) => text.Sum(c => IsHalf(c) ? 1 : 2);
}
