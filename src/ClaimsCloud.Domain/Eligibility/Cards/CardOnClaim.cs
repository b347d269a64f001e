using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Eligibility.Cards;

/// <summary>A card of 医療保険 as the claim's insurer (HO) and eligibility (SN) records hold it (記録条件仕様 令和6年6月版 p. 7, 9).</summary>
/// <param name="InsurerNumber">8 characters, spaces on the left.</param>
/// <param name="Symbol">Half width throughout or full width throughout; null when the card has none.</param>
/// <param name="Branch">2 digits; null for 後期高齢者, whose cards have none.</param>
/// <param name="Findings">What a person must settle before the claim can be written.</param>
public sealed record CardOnClaim(string InsurerNumber, string? Symbol, string Number, string? Branch, IReadOnlyList<Finding> Findings) {
    private const int SymbolAndNumber = 19;
    private const string Source = "記録条件仕様（訪問看護用）令和6年6月版 p.7、p.9";

    /// <exception cref="ArgumentException">The card is 医療扶助, which goes into a KO record.</exception>
    public static CardOnClaim Of(InsuranceCard card) {
        ArgumentNullException.ThrowIfNull(card);
        if (card.IsMedicalAid) throw new ArgumentException("medical aid has no HO record", nameof(card));
        var findings = new List<Finding>();
        var symbol = card.Symbol is { } told ? OneMode(told, "記号", findings) : null;
        var number = OneMode(card.Number, "番号", findings);
        if ((symbol?.Length ?? 0) + number.Length > SymbolAndNumber)
            findings.Add(Refuse("EQ0402", "記号・番号", $"記号と番号を合わせて{SymbolAndNumber}文字を超えています。", "保険証の表記を確かめてください。"));
        return new(card.InsurerNumber.PadLeft(8, ' '), symbol, number, CardText.IsLateElderly(card.InsurerNumber) ? null : card.Branch?.PadLeft(2, '0'), findings);
    }

    /// <summary>英数モードと漢字モードを混在させない: one full-width character makes all of them full width.</summary>
    private static string OneMode(string text, string field, List<Finding> findings) {
        if (text.All(c => c is >= ' ' and <= '~')) return text;
        var wide = CardText.Wide(text);
        if (!wide.All(ClaimText.Contains)) findings.Add(Refuse("EQ0401", field, $"「{field}」にレセプトに記録できない文字があります。", "保険者に、レセプトに記録する文字を確かめてください。"));
        return wide;
    }

    private static Finding Refuse(string code, string field, string message, string fix) =>
        new(code, Severity.ClaimRefused, Verdict.Fail, new(null, "HO", null, null, field), message, fix, Source);
}
