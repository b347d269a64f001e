using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Domain.Checks.Rules.Master;

/// <summary>Percentage add-ons (特別地域): their own line holds 0, the base line above holds both.</summary>
internal static class Percentages {
    public static bool Is(in FeeLine line) => line.Fee is { Fee.AmountKind: FeeAmountKind.Percent };

    /// <summary>True for a base line directly above a percentage of the same day.</summary>
    public static bool IsFollowed(ReadOnlySpan<FeeLine> lines, int index) =>
        index + 1 < lines.Length && Is(lines[index + 1]) && !Is(lines[index]) && lines[index + 1].Day == lines[index].Day;
}
