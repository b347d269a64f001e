using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>法別番号 of public expenses, the first two digits of 公費負担者番号.</summary>
internal static class PublicLaws {
    /// <summary>In the order in which KO records stand (手引き p.12). Local programmes follow in their own order.</summary>
    private static readonly int[] Priority = [13, 14, 18, 29, 30, 11, 21, 15, 16, 24, 28, 19, 52, 54, 51, 38, 53, 66, 62, 25, 12];

    public const int Observation = 30;
    public const int LivelihoodProtection = 12;

    /// <summary>0 when the number does not begin with two digits.</summary>
    public static int Of(in Record publicExpense) => publicExpense.Field(2) is { Length: >= 2 } number && Digits.TryInt(number[..2], out var law) ? law : 0;

    /// <summary>Rank from 0; the same high rank for all local programmes.</summary>
    public static int RankOf(int law) => Array.IndexOf(Priority, law) is >= 0 and var rank ? rank : Priority.Length;

    public static bool IsNational(int law) => Array.IndexOf(Priority, law) >= 0;
}
