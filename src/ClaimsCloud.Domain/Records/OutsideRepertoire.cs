using System.Collections.Frozen;

namespace ClaimsCloud.Domain.Records;

/// <summary>Characters that Windows or a later edition of JIS X 0208 knows and a claim file does not, with a usual substitute for a person to decide on.</summary>
public static class OutsideRepertoire {
    private static readonly (string Code, string Character, string Substitute)[] Rows =
        [.. DataFile.Rows("characters/outside-repertoire.csv").Select(r => (r["code"], r["character"], r["substitute"]))];
    private static readonly FrozenDictionary<int, string> ByCode = Rows.Where(r => r.Code.Length == 4)
        .ToFrozenDictionary(r => Convert.ToInt32(r.Code, 16), r => r.Character);
    private static readonly FrozenDictionary<string, string> Substitutes = Rows.Where(r => r.Substitute.Length > 0)
        .GroupBy(r => r.Character).ToFrozenDictionary(g => g.Key, g => g.First().Substitute);

    /// <summary>The character that code page 932 or JIS X 0208-1990 would show for a byte pair, or null.</summary>
    public static string? CharacterOf(byte lead, byte trail) => ByCode.GetValueOrDefault((lead << 8) | trail);

    /// <summary>A usual substitute inside the repertoire (高 for 髙), or null.</summary>
    public static string? SubstituteFor(string character) => Substitutes.GetValueOrDefault(character);
}
