using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.Returns.Statements;

internal enum StatementColumn { Month, ReceiptNumber, ReceptionNumber, PatientName, ChartNumber, SearchNumber, ClaimedYen, DecidedYen, CopayYen, PaidYen, TotalYen, AdjustmentYen, Reasons, ClaimedText, DecidedText }

/// <summary>The row of headings of a list, and which column each known heading stands over.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Typed">True when the first column gives each row's type, 2 being the headings.</param>
internal sealed record StatementTitles(int Line, ILookup<StatementColumn, int> Columns, bool Typed) {
    private static readonly ILookup<StatementKind, (StatementColumn Column, string Title)> Known = DataFile.Rows("returns/2024-06/columns.csv")
        .ToLookup(r => Enum.Parse<StatementKind>(r["list"], ignoreCase: true), r => (Enum.Parse<StatementColumn>(r["column"]), r["title"]));

    /// <summary>Without these a list cannot be used: something that names the claim, and what the list is about.</summary>
    private static readonly StatementColumn[] Keys = [StatementColumn.SearchNumber, StatementColumn.ChartNumber, StatementColumn.ReceiptNumber, StatementColumn.ReceptionNumber, StatementColumn.PatientName];

    public static StatementTitles? Find(StatementKind kind, IReadOnlyList<string[]> lines) {
        for (var i = 0; i < lines.Count; i++) {
            var columns = (from cell in lines[i].Index() from known in Known[kind] where known.Title == Plain(cell.Item) select (known.Column, Position: cell.Index + 1))
                .ToLookup(c => c.Column, c => c.Position);
            if (Keys.Any(columns.Contains) && About(kind).Any(columns.Contains)) return new(i + 1, columns, ListText.Digits(ListText.At(lines[i], 1)) == "2");
        }
        return null;
    }

    private static StatementColumn[] About(StatementKind kind) => kind switch {
        StatementKind.Adjustment => [StatementColumn.AdjustmentYen],
        StatementKind.Returned => [StatementColumn.Reasons, StatementColumn.ClaimedYen],
        _ => [StatementColumn.PaidYen, StatementColumn.TotalYen, StatementColumn.DecidedYen],
    };

    private static string Plain(string title) =>
        title.Replace("　", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')');
}
