using System.IO.Compression;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>The rows of a bundle in a ZIP file: one CSV file a table, with a header line. Nothing is ever unpacked to a disk.</summary>
internal sealed class CsvBundle(BundleFindings findings) {
    private const int MaxEntries = 100;
    private readonly List<BundleRow> _rows = [];
    private readonly HashSet<BundleTable> _seen = [];
    private int _room = BundleReader.MaxBytes;

    public List<BundleRow> Read(byte[] zip) {
        try {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries) findings.Add(FileRules.TooLarge, $"ZIPの中に{archive.Entries.Count}個のファイルがあります。");
            else
                foreach (var entry in archive.Entries) ReadEntry(entry);
        } catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException) {
            // The archive lies in memory: whatever its reader throws is about the bytes of the file.
            findings.Add(FileRules.CutOff, "ZIPファイルを読めません。");
            return [];
        }
        foreach (var table in BundleTables.All)
            if (table.Rows != TableRows.AnyOrAbsent && !_seen.Contains(table)) findings.Add(FileRules.MissingPart, new BundlePlace(table.Name, "", ""), $"「{table.FileName}」（{table.Japanese}）がありません。");
        return _rows;
    }

    private void ReadEntry(ZipArchiveEntry entry) {
        var table = BundleTables.All.FirstOrDefault(t => t.FileName == entry.FullName);
        if (table is null) {
            findings.Add(FileRules.UnknownName, $"ZIPの中の「{entry.FullName}」は月次の記録の表ではありません。");
            return;
        }
        var place = new BundlePlace(table.Name, "", "");
        if (!_seen.Add(table)) {
            findings.Add(FileRules.RepeatedName, place, $"「{table.FileName}」が2つあります。");
            return;
        }
        using var content = entry.Open();
        if (Bounded.Read(content, _room) is not { } bytes) {
            findings.Add(FileRules.TooLarge, place, $"ZIPの中身が{BundleReader.MaxBytes >> 20}MBを超えています。");
            _room = 0;
            return;
        }
        _room -= bytes.Length;
        if (bytes.Length != entry.Length || Crc32.Of(bytes) != entry.Crc32) findings.Add(FileRules.CutOff, place, $"「{table.FileName}」の中身が壊れています。");
        else ReadTable(table, bytes);
    }

    private void ReadTable(BundleTable table, byte[] bytes) {
        var place = new BundlePlace(table.Name, "", "");
        var (text, badLine) = CsvEncoding.Decode(bytes);
        if (text is null) {
            findings.Add(FileRules.WrongEncoding, place with { Line = badLine }, $"「{table.FileName}」の{badLine}行目は、UTF-8でもシフトJISでもありません。");
            return;
        }
        var csv = new CsvText(text);
        if (csv.Next() is not { } first) {
            if (!csv.Broken) findings.Add(FileRules.MissingPart, place, $"「{table.FileName}」に見出しの行がありません。");
        } else if (Header(table, first, place) is { } header) ReadRows(table, header, csv, place);
        if (csv.Broken) findings.Add(FileRules.WrongShape, place with { Line = csv.Number }, $"「{table.FileName}」の{csv.Number}行目で、引用符（\"）が閉じていないか、値が多すぎます。");
    }

    /// <summary>For each column of the table its place in the lines of the file, or -1; null when the header is wrong.</summary>
    private int[]? Header(BundleTable table, CsvLine line, BundlePlace place) {
        string[] names = [.. line.Cells.Select(c => c.Trim())];
        int[] header = [.. table.Columns.Select(c => Array.IndexOf(names, c.Name))];
        var wrong = false;
        for (var i = 0; i < names.Length; i++) {
            if (names[i].Length == 0) continue;
            var known = table.IndexOf(names[i]) >= 0;
            if (known && Array.IndexOf(names, names[i]) == i) continue;
            wrong = true;
            findings.Add(known ? FileRules.RepeatedName : FileRules.UnknownName, place with { Field = names[i], Line = 1 },
                known ? $"「{table.FileName}」の見出しに「{names[i]}」が2つあります。" : $"「{table.FileName}」に「{names[i]}」という項目はありません。");
        }
        for (var i = 0; i < header.Length; i++) {
            if (header[i] >= 0 || !table.Columns[i].Required) continue;
            wrong = true;
            findings.Add(FileRules.MissingPart, place with { Field = table.Columns[i].Name, Line = 1 }, $"「{table.FileName}」に「{table.Columns[i].Name}」（{table.Columns[i].Japanese}）の列がありません。");
        }
        return wrong ? null : header;
    }

    private void ReadRows(BundleTable table, int[] header, CsvText csv, BundlePlace place) {
        var (count, named) = (0, header.Max() + 1);
        while (csv.Next() is { } line) {
            if (line.IsEmpty) continue;
            if (_rows.Count == BundleReader.MaxRows) {
                findings.Add(FileRules.TooLarge, place with { Line = line.Number }, $"行が{BundleReader.MaxRows:N0}を超えています。");
                return;
            }
            count++;
            if (line.Cells.Count < named || line.Cells.Index().Any(c => c.Item.Length > 0 && !header.Contains(c.Index)))
                findings.Add(FileRules.WrongShape, place with { Line = line.Number }, $"「{table.FileName}」の{line.Number}行目は、値の数が見出しと違います。コンマを含む値は引用符（\"）で囲みます。");
            else
                _rows.Add(new(table, line.Number, [.. header.Select((at, i) => at < 0 ? "" : CellText.Clean(table.Columns[i], line.Cells[at]))]));
        }
        if (table.Rows == TableRows.One && count != 1) findings.Add(FileRules.WrongShape, place, $"「{table.FileName}」の行は1つだけです（今は{count}行）。");
    }
}
