using System.IO.Compression;
using System.Text;
using System.Xml;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Domain.Onboarding.Sheets;

/// <summary>Reads the first sheet of a workbook from outside: what unpacks to more than it may, or asks for an external entity, is not read.</summary>
internal static class XlsxReader {
    private const int MostParts = 200;
    private const int MostUnpacked = 32 * 1024 * 1024;
    private const int MostColumns = 200;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = false };

    public static (IReadOnlyList<IReadOnlyList<string>>?, string?) Read(byte[] bytes) {
        try {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts) return (null, "Excelのファイルの部品が多すぎます。");
            var room = MostUnpacked;
            if (Part(zip, FirstSheet(zip, ref room), ref room) is not { } sheet) return (null, "Excelのファイルに読める表がありません。");
            var texts = Part(zip, "xl/sharedStrings.xml", ref room) is { } shared ? SharedTexts(shared) : [];
            return Rows(sheet, texts) is { } rows ? (rows, null) : (null, $"行が{SheetFile.MostRows:#,0}、列が{MostColumns}を超えています。");
        } catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or XmlException or FormatException or ArgumentException or OverflowException) {
            // The file lies in memory: whatever its readers throw is about its bytes.
            return (null, "Excelのファイルを読めません。");
        }
    }

    /// <summary>The part of the first sheet in the workbook's own order; the usual name where it cannot be found.</summary>
    private static string FirstSheet(ZipArchive zip, ref int room) {
        const string usual = "xl/worksheets/sheet1.xml";
        if (Part(zip, "xl/workbook.xml", ref room) is not { } book || Part(zip, "xl/_rels/workbook.xml.rels", ref room) is not { } links) return usual;
        string? id = null, target = null;
        using (var reader = Xml(book))
            while (id is null && reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" }) id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        using (var reader = Xml(links))
            while (target is null && reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") == id) target = reader.GetAttribute("Target");
        return target is null ? usual : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static byte[]? Part(ZipArchive zip, string name, ref int room) {
        if (zip.GetEntry(name) is not { } entry) return null;
        using var content = entry.Open();
        var bytes = Bounded.Read(content, room) ?? throw new InvalidDataException("The workbook unpacks to too much.");
        room -= bytes.Length;
        return bytes;
    }

    private static List<string> SharedTexts(byte[] xml) {
        var texts = new List<string>();
        using var reader = Xml(xml);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(Text(reader));
        return texts;
    }

    private static List<IReadOnlyList<string>>? Rows(byte[] xml, List<string> texts) {
        var rows = new List<IReadOnlyList<string>>();
        List<string>? row = null;
        using var reader = Xml(xml);
        while (reader.Read()) {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "row") {
                // Empty rows need not be in the file: their places are kept.
                var number = int.TryParse(reader.GetAttribute("r"), out var said) ? said : rows.Count + 1;
                if (number > SheetFile.MostRows || number <= rows.Count) return null;
                while (rows.Count < number - 1) rows.Add([]);
                rows.Add(row = []);
            } else if (reader.LocalName == "c" && row is not null) {
                var column = reader.GetAttribute("r") is { } at ? Index(at) : row.Count;
                var type = reader.GetAttribute("t");
                if (column >= MostColumns || column < row.Count) return null;
                while (row.Count < column) row.Add("");
                var text = reader.IsEmptyElement ? "" : Text(reader);
                row.Add(type == "s" ? texts[int.Parse(text)] : text);
            }
        }
        return rows;
    }

    /// <summary>All text below the element, but no phonetic reading (rPh) and no formula (f).</summary>
    private static string Text(XmlReader reader) {
        if (reader.IsEmptyElement) return "";
        var (text, depth, skip) = (new StringBuilder(), reader.Depth, -1);
        while (reader.Read() && reader.Depth > depth) {
            if (skip >= 0 && reader.Depth > skip) continue;
            skip = reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f", IsEmptyElement: false } ? reader.Depth : -1;
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(reader.Value);
        }
        return text.ToString();
    }

    /// <summary>A1 is 0, AA1 is 26.</summary>
    private static int Index(string cell) => cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => (n * 26) + (char.ToUpperInvariant(c) - 'A' + 1)) - 1;

    private static XmlReader Xml(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes), Safe);
}
