using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Fees;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Codes;

/// <summary>What a table in a file came to.</summary>
/// <param name="Codes">Null when the file is refused: a table is taken whole or not at all.</param>
public sealed record CareCodeReading(IReadOnlyList<CareServiceCode>? Codes, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads a service-code table: CSV (UTF-8 or Shift_JIS) with the header <c>type,item,name,units,rate,basis,from,until</c>, filled from the official table.
/// The official names tell what a code is for; where a name does not, a column <c>addition</c> can say it (words of <c>additions.csv</c>). A code that nothing here knows
/// is kept and never billed.
/// </summary>
public static class CareCodeImport {
    private const int MaxBytes = 16 << 20;
    private const string Source = "介護給付費単位数サービスコード表";
    private static readonly string[] Columns = ["type", "item", "name", "units", "rate", "basis", "from", "until"];
    private const string MeaningColumn = "addition";
    private static readonly CareRule Shape = new("CT01", Severity.FileRefused, "サービスコード表の形ではありません", $"見出しを {string.Join(',', Columns)} にした、UTF-8かシフトJISのCSVにしてください。", Source);
    private static readonly CareRule BadRow = new("CT02", Severity.FileRefused, "行を読めません", "種類は13か63、項目は4桁、単位数か率（0.1％単位）のどちらか、算定単位はvisit・day・month、年月はYYYYMMにしてください。", Source);
    private static readonly CareRule Twice = new("CT03", Severity.FileRefused, "同じコードが2行あります", "どちらか1行にしてください。", Source);
    private static readonly CareRule Units = new("CT04", Severity.Query, "単位数が計算式と違います", "公式の表と見比べてください。計算式は訪問看護（13）のすべての基本コードで確かめたものです。", Source);

    public static CareCodeReading Read(Stream file) {
        var findings = new List<Finding>();
        var codes = new Dictionary<(string, string), CareServiceCode>();
        if (Bounded.Read(file, MaxBytes) is not { } bytes || CsvEncoding.Decode(bytes).Text is not { } text) return Refused(Shape, null, "ファイルが大きすぎるか、文字コードを読めません。");
        var csv = new CsvText(text);
        if (csv.Next() is not { } header || Columns.Any(c => !header.Cells.Contains(c))) return Refused(Shape, 1, "見出しの項目が足りません。");
        int[] at = [.. Columns.Append(MeaningColumn).Select(c => header.Cells.ToList().IndexOf(c))];
        while (csv.Next() is { } line) {
            if (line.IsEmpty) continue;
            if (Row(line, at) is not { } code) Add(BadRow, line.Number, "この行を読めません。");
            else if (!codes.TryAdd((code.Type, code.Item), code)) Add(Twice, line.Number, $"コード{code.Type}{code.Item}が2行あります。");
            else if (code is { Type: "13", Visit: { } visit } && visit.Units() != code.Units) Add(Units, line.Number, $"{code.Name}は計算式では{visit.Units()}単位です（表は{code.Units}）。");
        }
        if (csv.Broken) Add(Shape, csv.Number, "引用符が閉じていません。");
        return new(findings.Exists(f => f.Severity == Severity.FileRefused) ? null : [.. codes.Values], findings);

        void Add(CareRule rule, int? line, string message) =>
            findings.Add(new(rule.Code, rule.Severity, Verdict.Fail, Place.WholeFile with { Line = line }, message, rule.Fix, rule.Source));

        CareCodeReading Refused(CareRule rule, int? line, string message) {
            Add(rule, line, message);
            return new(null, findings);
        }
    }

    private static CareServiceCode? Row(CsvLine line, int[] at) {
        string Cell(int column) => at[column] >= 0 && at[column] < line.Cells.Count ? line.Cells[at[column]].Trim() : "";
        var (units, rate) = (Number(Cell(3)), Number(Cell(4)));
        CareBasis? basis = Cell(5) switch { "visit" => CareBasis.Visit, "day" => CareBasis.Day, "month" => CareBasis.Month, _ => null };
        var ok = Cell(0) is "13" or "63" && Cell(1) is { Length: 4 } item && item.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) && Cell(2).Length > 0
            && units is null != rate is null && (units is not null || Cell(3).Length == 0) && (rate is not null || Cell(4).Length == 0) && basis is not null
            && (Cell(8).Length == 0 || CareServiceCodes.AdditionWord(Cell(8)) is not null)
            && CellText.Month(Cell(6)) is not null && (Cell(7).Length == 0 || CellText.Month(Cell(7)) is not null);
        return ok ? new(Cell(0), Cell(1), Cell(2), units, rate, basis!.Value, CellText.Month(Cell(6))!.Value, CellText.Month(Cell(7)), Certainty.Official, CareServiceCodes.AdditionWord(Cell(8))) : null;
    }

    private static int? Number(string text) => text.Length < 6 && int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
