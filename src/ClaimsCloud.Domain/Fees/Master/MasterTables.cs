using ClaimsCloud.Domain.Checks;

namespace ClaimsCloud.Domain.Fees.Master;

/// <summary>The files sorted into the five tables, rows marked 抹消 left out.</summary>
internal sealed class MasterTables {
    private const string Deleted = "1";
    private readonly Dictionary<MasterTableKind, (string File, List<MasterRow> Rows)> _tables = [];

    public MasterTables(IEnumerable<MasterFile> files, List<Finding> findings) {
        foreach (var file in files) Take(file, findings);
        foreach (var kind in MasterTableKinds.All.Where(k => !_tables.ContainsKey(k))) findings.Add(MasterFindings.TableMissing(kind));
    }

    public IReadOnlyList<MasterRow> this[MasterTableKind kind] => _tables[kind].Rows;

    private void Take(MasterFile file, List<Finding> findings) {
        var lines = MasterLines.Cut(file, findings);
        if (KindOf(lines) is not { } kind) {
            findings.Add(MasterFindings.NotATable(file.Name));
            return;
        }
        if (_tables.TryGetValue(kind, out var other)) {
            findings.Add(MasterFindings.TableTwice(kind, other.File, file.Name));
            return;
        }
        var rows = new List<MasterRow>();
        foreach (var (line, cells) in lines) {
            if (cells.Length != kind.Columns()) {
                findings.Add(MasterFindings.ColumnCount(file.Name, line, cells.Length, kind.Columns()));
                continue;
            }
            var row = new MasterRow(file.Name, line, cells, findings);
            if (row.Text(1, "変更区分") != Deleted) rows.Add(row);
        }
        _tables.Add(kind, (file.Name, rows));
    }

    /// <summary>By the number of columns of most lines, so that a single broken line does not hide a table, and by a code in its place.</summary>
    private static MasterTableKind? KindOf(List<(int Line, ReadOnlyMemory<byte>[] Cells)> lines) {
        if (lines.Count == 0) return null;
        var columns = lines.GroupBy(l => l.Cells.Length).MaxBy(g => g.Count())!.Key;
        foreach (var kind in MasterTableKinds.All)
            if (kind.Columns() == columns && lines.Exists(l => l.Cells.Length == columns && l.Cells[kind.CodeAt() - 1].Span is [(byte)'5', _, _, _, _, _, _, _, _])) return kind;
        return null;
    }
}
