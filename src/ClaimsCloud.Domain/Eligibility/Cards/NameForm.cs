using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>A character of a name that a claim cannot hold.</summary>
/// <param name="Substitute">A usual substitute (徳 for 德); null when a person must think of one.</param>
public sealed record NameSubstitution(string Character, string? Substitute);

/// <summary>
/// A name as the insurer writes it and as a claim can hold it. Both are kept; where they differ in characters a person approves the claim's form first.
/// </summary>
/// <param name="Claim">Proposal for the claim, full width; null while a character has no substitute.</param>
public sealed record NameForm(string Official, string? Claim, IReadOnlyList<NameSubstitution> Substitutions) {
    private static readonly FrozenDictionary<string, string> Compatibility = DataFile.Rows("oqs/name-substitutes.csv")
        .ToFrozenDictionary(r => ((char)int.Parse(r["code"], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(), r => r["substitute"]);

    /// <summary>True when a character was replaced or cannot be.</summary>
    public bool NeedsPerson => Substitutions.Count > 0;

    public static NameForm Of(string official) {
        var claim = new StringBuilder();
        var substitutions = new List<NameSubstitution>();
        var missing = false;
        var elements = new List<string>();
        foreach (var rune in CardText.Wide(official).EnumerateRunes()) {
            // A variation selector picks a glyph of the character before it; the character alone is what a claim can hold.
            if (IsSelector(rune) && elements.Count > 0) elements[^1] += rune.ToString();
            else elements.Add(rune.ToString());
        }
        foreach (var element in elements) {
            var substitute = element.Length == 1 && ClaimText.Contains(element[0]) ? element : SubstituteFor(element);
            if (substitute != element) substitutions.Add(new(element, substitute));
            missing |= substitute is null;
            claim.Append(substitute);
        }
        return new(official, missing ? null : claim.ToString(), [.. substitutions.Distinct()]);
    }

    private static string? SubstituteFor(string element) {
        var bare = string.Concat(element.EnumerateRunes().Where(r => !IsSelector(r)).Select(r => r.ToString()));
        if (bare.Length == 1 && ClaimText.Contains(bare[0])) return bare;
        return Compatibility.GetValueOrDefault(bare) ?? (bare.Length > 0 ? OutsideRepertoire.SubstituteFor(bare) : null);
    }

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
