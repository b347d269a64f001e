using ClaimsCloud.Domain.Copay;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Checks;

/// <summary>法別番号 of public expenses, the first two digits of 公費負担者番号.</summary>
internal static class PublicLaws {
    public const int Observation = 30;
    public const int LivelihoodProtection = 12;

    private static readonly int[] Ranks = [.. Enumerable.Range(0, 100).Select(law => PublicExpenseProgramme.Find($"{law:00}")?.Priority ?? int.MaxValue)];

    /// <summary>0 when the number does not begin with two digits.</summary>
    public static int Of(in Record publicExpense) => publicExpense.Field(2) is { Length: >= 2 } number && Digits.TryInt(number[..2], out var law) ? law : 0;

    /// <summary>Place in the order in which KO records stand (手引き p.12); all local programmes have the last one.</summary>
    public static int RankOf(int law) => Ranks[law];

    public static bool IsNational(int law) => Ranks[law] < int.MaxValue;
}
