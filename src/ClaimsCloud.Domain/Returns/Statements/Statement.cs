using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns.Statements;

/// <summary>Which list of amounts it is.</summary>
public enum StatementKind {
    /// <summary>増減点連絡書: what was cut or added.</summary>
    Adjustment,
    /// <summary>返戻内訳書: what was returned, in amounts.</summary>
    Returned,
    /// <summary>振込額明細: what is paid.</summary>
    Payment,
}

/// <summary>What a line of a statement says about which claim it is about. Null where the list does not say. Patient data.</summary>
public sealed record StatementKey(ServiceMonth? Month, int? ReceiptNumber, string? ReceptionNumber, string? PatientName, string? ChartNumber, string? SearchNumber);

/// <summary>One line of a statement. All amounts are yen; an amount is null where the list has no such column or the value is no amount.</summary>
/// <param name="AdjustmentYen">Negative: cut.</param>
/// <param name="PaidYen">Of all payers of the claim together.</param>
/// <param name="Reasons">Letters of 増減点連絡書 or a code of 返戻内訳書, half-width.</param>
/// <param name="ClaimedText">請求内容 in words; empty when the list has none.</param>
/// <param name="DecidedText">補正・査定後内容 in words; empty when the list has none.</param>
public sealed record StatementEntry(int Line, StatementKey Key, long? ClaimedYen, long? DecidedYen, long? CopayYen, long? PaidYen, long? AdjustmentYen,
    IReadOnlyList<string> Reasons, string ClaimedText, string DecidedText);

/// <summary>
/// A list of amounts that the payer publishes (増減点連絡書, 返戻内訳書, 振込額明細). Columns are found by the headings of the list itself, because their places differ from
/// one 点数表 to the next and none is documented for 訪問看護. Reading never throws.
/// </summary>
/// <param name="TitleLine">The line whose headings were used; null when none fits: then nothing was read, and <paramref name="Raw"/> is what can be shown.</param>
/// <param name="Raw">Every line as its cells.</param>
public sealed record Statement(StatementKind Kind, int? TitleLine, IReadOnlyList<StatementEntry> Entries, IReadOnlyList<IReadOnlyList<string>> Raw, IReadOnlyList<Finding> Findings) {
    /// <summary>True when nothing in it may be relied on.</summary>
    public bool Damaged => Findings.Any(f => f.IsError);

    public bool Understood => TitleLine is not null;

    public static Statement Read(StatementKind kind, ReadOnlySpan<byte> bytes) {
        var text = ListText.Read(bytes);
        // Payers write names that the repertoire of claims does not have; here they are only shown.
        var findings = text.Findings.Select(f => f.Code == ListFindings.OutsideRepertoireCode ? f with { Severity = Severity.Hint, Verdict = Verdict.NotChecked } : f).ToList();
        var titles = StatementTitles.Find(kind, text.Lines);
        var entries = titles is null ? [] : new StatementRows(titles, findings).Read(text.Lines);
        if (titles is null && text.Lines.Count > 0) findings.Add(StatementFindings.LayoutUnknown);
        return new(kind, titles?.Line, entries, text.Lines, findings);
    }
}
