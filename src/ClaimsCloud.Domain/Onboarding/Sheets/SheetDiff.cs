namespace ClaimsCloud.Domain.Onboarding.Sheets;

/// <summary>One cell that the partner changed.</summary>
/// <param name="Now">What the case says today, when that is neither what was exported nor what came back: a person decides. Null otherwise.</param>
public sealed record CellChange(string Key, string Field, string Title, string Was, string Came, string? Now);

/// <param name="Refusals">Why nothing of the file is taken; empty when it may be.</param>
/// <param name="Notes">What is left out or missing, in Japanese.</param>
public sealed record SheetReading(IReadOnlyList<CellChange> Changes, IReadOnlyList<string> Refusals, IReadOnlyList<string> Notes);

/// <summary>Compares a sheet that came back with what was exported and with what is known today.</summary>
public static class SheetDiff {
    private const int MostNamed = 5;
    private const int LongestCell = 500;

    /// <param name="lines">All lines of the file.</param>
    /// <param name="exported">Null when there was no such export.</param>
    /// <param name="current">Value of a field of a case today; null when the case is gone.</param>
    public static SheetReading Of(IReadOnlyList<IReadOnlyList<string>> lines, SheetLayout layout, string exportId, IReadOnlyList<ExportedRow>? exported, Func<string, string, string?> current) {
        if (lines.Count < 2 || SheetLayout.ReadHead(lines[0]) is not { } head) return Refuse("1行目の目印がありません。こちらから出力した表に書き込んで送ってください。");
        if (head.Partner != layout.Partner) return Refuse($"別の導入支援事業者（{head.Partner}）の表です。");
        if (head.Version != $"版{layout.Version}") return Refuse($"表の版が違います（届いたのは{head.Version}、今は版{layout.Version}）。新しい版を出力して、書き込み直してもらってください。");
        if (exported is null || head.ExportId != exportId) return Refuse("この表の出力の記録がありません。1行目が書き換えられています。");
        if (lines[1].FirstOrDefault(SecretText.IsName) is { } secret) return Refuse($"「{secret}」の欄があります。回線事業者のパスワードは預かりません。その欄を消して送り直してもらってください。");
        if (!Trimmed(lines[1]).SequenceEqual(layout.Titles)) return Refuse("2行目の見出しが変わっています。列を足したり並べ替えたりせずに送ってください。");

        var rows = lines.Skip(2).Where(l => l.Any(c => c.Trim().Length > 0)).ToList();
        var keys = rows.Select(r => r[0].Trim()).ToList();
        var known = exported.ToDictionary(r => r.Key);
        var foreign = keys.Where(k => !known.ContainsKey(k)).ToList();
        if (foreign.Count > 0) return Refuse($"管理番号が書き換えられています（{string.Join('、', foreign.Take(MostNamed).Select(k => k.Length == 0 ? "空" : k))}）。出力したときの番号に戻して送ってください。");
        if (keys.GroupBy(k => k).FirstOrDefault(g => g.Count() > 1) is { } twice) return Refuse($"管理番号 {twice.Key} の行が2つあります。1つにして送ってください。");

        var (changes, notes) = (new List<CellChange>(), new List<string>());
        foreach (var row in rows) Compare(row, known[row[0].Trim()], layout, current, changes, notes);
        foreach (var missing in exported.Where(r => !keys.Contains(r.Key))) notes.Add($"{missing.Key}の行がありません。その行は何も変えません。");
        return new(changes, [], notes);
    }

    private static void Compare(IReadOnlyList<string> row, ExportedRow was, SheetLayout layout, Func<string, string, string?> current, List<CellChange> changes, List<string> notes) {
        for (var i = 0; i < layout.Columns.Count; i++) {
            var (column, came, before) = (layout.Columns[i], (i + 1 < row.Count ? row[i + 1] : "").Trim(), was.Cells[i]);
            if (column.IsDate) came = SheetDates.Normal(came) ?? came;
            // A CSV that was saved as a workbook on the way keeps the apostrophe of its guard.
            if (came == before || FormulaGuard.Read(came) == before) continue;
            if (!column.Editable) notes.Add($"{was.Key}：「{column.Title}」は事業者が変える欄ではないため、取り込みません。");
            else if (came.Length > LongestCell) notes.Add($"{was.Key}：「{column.Title}」が長すぎるため、取り込みません。");
            else if (SecretText.Problem(came) is not null) notes.Add($"{was.Key}：「{column.Title}」にパスワードらしい文字があるため、取り込みません。");
            else if (column.IsDate && came.Length > 0 && SheetDates.Normal(came) is null) notes.Add($"{was.Key}：「{column.Title}」の「{came}」は日付ではないため、取り込みません。");
            else if (current(was.Key, column.Field) is not { } now) notes.Add($"{was.Key}の案件は終わったか取り下げられたため、取り込みません。");
            else if (now != came) changes.Add(new(was.Key, column.Field, column.Title, before, came, now == before ? null : now));
        }
    }

    private static List<string> Trimmed(IReadOnlyList<string> line) {
        var cells = line.Select(c => c.Trim()).ToList();
        while (cells is [.., ""]) cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static SheetReading Refuse(string why) => new([], [why], []);
}
