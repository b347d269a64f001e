using System.Collections.Frozen;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Amounts;

/// <summary>A programme of public expense that pays beside the care insurance, by its 法別番号.</summary>
/// <param name="Rank">Order of use, from 1; not the order of the numbers. 生活保護 (12) is last.</param>
/// <param name="Percent">Share of the cost that insurance and programme pay together.</param>
public sealed record CarePublicExpense(string Law, int Rank, int Percent, string Name) {
    private static readonly FrozenDictionary<string, CarePublicExpense> ByLaw = DataFile.Rows("kaigo/2024-04/public-expenses.csv")
        .Select(r => new CarePublicExpense(r["law"], r.Number("rank"), r.Number("percent"), r["name"])).ToFrozenDictionary(p => p.Law);

    /// <summary>生活保護.</summary>
    public const string Welfare = "12";

    /// <summary>In the order of use.</summary>
    public static IReadOnlyList<CarePublicExpense> All { get; } = [.. ByLaw.Values.OrderBy(p => p.Rank)];

    /// <summary>The programme of a 法別番号, or null: it does not pay beside the care insurance.</summary>
    public static CarePublicExpense? Find(string law) => ByLaw.GetValueOrDefault(law);
}
