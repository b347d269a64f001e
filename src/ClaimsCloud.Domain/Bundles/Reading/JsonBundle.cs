using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ClaimsCloud.Domain.Bundles.Reading;

/// <summary>The rows of a bundle in JSON: an object with a member a table, an array of objects or, for a table of one row, an object.</summary>
internal sealed class JsonBundle(BundleFindings findings) {
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private readonly List<BundleRow> _rows = [];
    private readonly HashSet<BundleTable> _seen = [];
    private byte[] _bytes = [];
    private int _line = 1;
    private int _counted;
    private bool _full;

    /// <summary>True when the first character can only be that of a JSON object.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> bytes) => Text(bytes).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    public List<BundleRow> Read(byte[] bytes) {
        _bytes = Text(bytes).ToArray();
        if (!Utf8.IsValid(_bytes)) {
            findings.Add(FileRules.WrongEncoding, "JSONはUTF-8で書きます。");
            return [];
        }
        var json = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = 8 });
        try {
            json.Read();
            ReadTables(ref json);
            json.Read();
        } catch (JsonException e) {
            findings.Add(FileRules.CutOff, $"{e.LineNumber + 1}行目でJSONを読めなくなりました。");
            return [];
        }
        foreach (var table in BundleTables.All)
            if (table.Rows != TableRows.AnyOrAbsent && !_seen.Contains(table)) findings.Add(FileRules.MissingPart, new BundlePlace(table.Name, "", ""), $"「{table.Name}」（{table.Japanese}）がありません。");
        return _rows;
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private void ReadTables(ref Utf8JsonReader json) {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName) {
            var name = String(json);
            var place = new BundlePlace(name, "", "") { Line = Line(json) };
            json.Read();
            if (BundleTables.Find(name) is not { } table) findings.Add(FileRules.UnknownName, place, $"「{name}」という表はありません。");
            else if (!_seen.Add(table)) findings.Add(FileRules.RepeatedName, place, $"「{name}」が2つあります。");
            else {
                ReadTable(ref json, table);
                continue;
            }
            json.Skip();
        }
    }

    private void ReadTable(ref Utf8JsonReader json, BundleTable table) {
        if (json.TokenType != (table.Rows == TableRows.One ? JsonTokenType.StartObject : JsonTokenType.StartArray)) {
            findings.Add(FileRules.WrongShape, new BundlePlace(table.Name, "", "") { Line = Line(json) },
                $"「{table.Name}」は{(table.Rows == TableRows.One ? "オブジェクト" : "オブジェクトの配列")}で書きます。");
            json.Skip();
        } else if (table.Rows == TableRows.One) ReadRow(ref json, table);
        else
            while (json.Read() && json.TokenType != JsonTokenType.EndArray) {
                if (_rows.Count < BundleReader.MaxRows) ReadRow(ref json, table);
                else {
                    if (!_full) findings.Add(FileRules.TooLarge, new BundlePlace(table.Name, "", "") { Line = Line(json) }, $"行が{BundleReader.MaxRows:N0}を超えています。");
                    _full = true;
                    json.Skip();
                }
            }
    }

    private void ReadRow(ref Utf8JsonReader json, BundleTable table) {
        var place = new BundlePlace(table.Name, "", "") { Line = Line(json) };
        if (json.TokenType != JsonTokenType.StartObject) {
            findings.Add(FileRules.WrongShape, place, $"「{table.Name}」の行はオブジェクトで書きます。");
            json.Skip();
            return;
        }
        var (cells, problems) = (new string?[table.Columns.Count], new List<CellProblem>());
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName) {
            var name = String(json);
            json.Read();
            var index = table.IndexOf(name);
            if (index >= 0 && cells[index] is null) {
                cells[index] = CellText.Clean(table.Columns[index], Cell(ref json, table.Columns[index], problems));
                continue;
            }
            findings.Add(index < 0 ? FileRules.UnknownName : FileRules.RepeatedName, place with { Field = name, Line = Line(json) },
                index < 0 ? $"「{table.Name}」に「{name}」という項目はありません。" : $"1つの行に「{name}」が2つあります。");
            json.Skip();
        }
        _rows.Add(new(table, place.Line, [.. cells.Select(c => c ?? "")]) { Problems = problems });
    }

    private string Cell(ref Utf8JsonReader json, BundleColumn column, List<CellProblem> problems) {
        switch (json.TokenType) {
            case JsonTokenType.Null: return "";
            case JsonTokenType.String when !column.IsList && column.Type is not (ColumnType.Number or ColumnType.YesNo): return String(json);
            case JsonTokenType.Number when column.Type == ColumnType.Number: return Encoding.ASCII.GetString(json.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False when column.Type == ColumnType.YesNo: return CellText.Of(json.TokenType == JsonTokenType.True);
            case JsonTokenType.StartArray when column.IsList: return List(ref json, column, problems);
            default:
                json.Skip();
                problems.Add(new(column, $"JSONでは{ColumnText.JsonForm(column)}で書きます。"));
                return "";
        }
    }

    private string List(ref Utf8JsonReader json, BundleColumn column, List<CellProblem> problems) {
        var values = new List<string>();
        var wrong = false;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) {
            var value = json.TokenType == JsonTokenType.String ? String(json) : "";
            wrong |= value.Length == 0 || value.Contains(BundleColumn.ListSeparator, StringComparison.Ordinal);
            wrong |= values.Count == BundleReader.MaxValues;
            if (!wrong) values.Add(value);
            json.Skip();
        }
        if (wrong) problems.Add(new(column, $"JSONでは{ColumnText.JsonForm(column)}で書きます。空の文字列と「{BundleColumn.ListSeparator}」は入れられません。"));
        return wrong ? "" : CellText.Of(values);
    }

    /// <summary>An escape may name half a character (\uD800), which is no text.</summary>
    private string String(in Utf8JsonReader json) {
        try {
            return json.GetString()!;
        } catch (InvalidOperationException) {
            findings.Add(FileRules.WrongEncoding, string.Create(CultureInfo.InvariantCulture, $"{Line(json)}行目の文字列に、文字でない符号（\\uD800など）があります。"));
            return "";
        }
    }

    private int Line(in Utf8JsonReader json) {
        var at = (int)json.TokenStartIndex;
        _line += _bytes.AsSpan(_counted, at - _counted).Count((byte)'\n');
        _counted = at;
        return _line;
    }
}
