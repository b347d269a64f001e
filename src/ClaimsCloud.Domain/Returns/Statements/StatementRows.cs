using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;
using static ClaimsCloud.Domain.Returns.Statements.StatementColumn;

namespace ClaimsCloud.Domain.Returns.Statements;

/// <summary>The lines below the headings. Values that repeat are printed once: an empty key takes the one above.</summary>
internal sealed class StatementRows(StatementTitles titles, List<Finding> findings) {
    private StatementKey _above = new(null, null, null, null, null, null);
    private bool _unmarked;

    public List<StatementEntry> Read(IReadOnlyList<string[]> lines) {
        var entries = new List<StatementEntry>();
        for (var i = titles.Line; i < lines.Count; i++)
            if (IsDetail(lines[i])) entries.Add(Entry(lines[i], i + 1));
        if (_unmarked) findings.Add(StatementFindings.UnitNotMarked);
        return entries;
    }

    /// <summary>Row types of 増減点連絡書: 3 first line of a claim, 4 further lines, 5 and 6 totals.</summary>
    private bool IsDetail(string[] line) => titles.Typed ? ListText.Digits(ListText.At(line, 1)) is "3" or "4" : line.Any(cell => cell.Length > 0);

    private StatementEntry Entry(string[] line, int number) {
        var own = Key(line);
        var further = own.Month is null && own.ReceiptNumber is null && own.ReceptionNumber is null && own.PatientName is null && own.ChartNumber is null && own.SearchNumber is null;
        if (!further) _above = own;
        var paid = titles.Columns[PaidYen].Select(p => Yen(line, p, number)).ToList();
        return new(number, _above, Yen(line, ClaimedYen, number), Yen(line, DecidedYen, number), Yen(line, CopayYen, number),
            Yen(line, TotalYen, number) ?? (paid.All(p => p is null) ? null : paid.Sum(p => p ?? 0)), Yen(line, AdjustmentYen, number),
            Reasons(Text(line, StatementColumn.Reasons)), Text(line, ClaimedText), Text(line, DecidedText));
    }

    private StatementKey Key(string[] line) => new(
        JapaneseMonth.Parse(Text(line, Month)) is { } month ? ServiceMonth.Parse(ClaimText.Encode(month)) : null,
        ListText.Number(Text(line, ReceiptNumber)), Given(line, ReceptionNumber), Given(line, PatientName), Given(line, ChartNumber), Given(line, SearchNumber));

    private string? Given(string[] line, StatementColumn column) => ListText.Digits(Text(line, column)) is { Length: > 0 } text ? text : null;

    private string Text(string[] line, StatementColumn column) => titles.Columns[column].Select(p => ListText.At(line, p)).FirstOrDefault(t => t.Length > 0) ?? "";

    private long? Yen(string[] line, StatementColumn column, int number) => titles.Columns[column].Select(p => Yen(line, p, number)).FirstOrDefault(y => y is not null);

    private long? Yen(string[] line, int position, int number) {
        var text = ListText.At(line, position);
        if (text.Length == 0) return null;
        if (YenText.Parse(text) is not { } amount) {
            findings.Add(StatementFindings.AmountUnreadable(number));
            return null;
        }
        _unmarked |= !amount.Marked;
        return amount.Yen;
    }

    /// <summary>Up to two letters run together; a code of 返戻内訳書 is one reason.</summary>
    private static string[] Reasons(string text) {
        var narrow = string.Concat(ListText.Digits(text).Select(c => c is >= 'Ａ' and <= 'Ｚ' ? (char)(c - 'Ａ' + 'A') : c)).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        return narrow.Length == 0 ? [] : narrow.All(char.IsAsciiLetterUpper) ? [.. narrow.Select(c => c.ToString())] : [narrow];
    }
}
