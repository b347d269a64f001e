using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClaimsCloud.Domain.CareClaims.Files;
using ClaimsCloud.Domain.Checks;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Domain.CareClaims.Answers;

/// <summary>A file from 国保連合会 (7211, 7311, 7411, 7515, 7521, 7611, 7621), as far as it is about a station's claims.</summary>
/// <param name="Exchange">交換情報識別番号 of its first data record; empty where there is none.</param>
/// <param name="Office">事業所番号 of the control record.</param>
/// <param name="Damaged">It has no frame, or ends too early: nothing of it may be believed.</param>
/// <param name="Findings">What the check of the file says; records of a later edition are told, kept, and not read.</param>
public sealed partial record CareAnswerFile(string Exchange, string Office, string ReviewMonth, IReadOnlyList<CareAnswerLine> Lines, CareTotals? Totals, bool Damaged, IReadOnlyList<Finding> Findings) {
    /// <summary>データ種別 and a counter: <c>74100000.CSV</c>. A browser's <c> (1)</c> before the extension is tolerated.</summary>
    public static bool IsName(string fileName) => Name().IsMatch(fileName);

    public static CareAnswerFile Read(byte[] bytes) {
        ArgumentNullException.ThrowIfNull(bytes);
        using var file = new MemoryStream(bytes);
        var findings = CareFileCheck.Run(file, []);
        file.Position = 0;
        var reading = new Reading();
        foreach (var record in CareFileReader.Read(file, CareFileSpec.Release202404)) reading.Take(record);
        return new(reading.Exchange, reading.Office, reading.Month, reading.Lines, reading.Totals, findings.Any(f => f.Code == CareRules.Frame.Code || f.Code == CareRules.Count.Code), findings);
    }

    [GeneratedRegex("""^7[0-9]{7}(?: ?\([0-9]{1,3}\))?\.csv$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    private sealed class Reading {
        public string Exchange { get; private set; } = "";
        public string Office { get; private set; } = "";
        public string Month { get; private set; } = "";
        public List<CareAnswerLine> Lines { get; } = [];
        public CareTotals? Totals { get; private set; }

        public void Take(CareRecord record) {
            if (record.Layout is not { } layout) return;
            if (record.Kind == CareLineKind.Control) Office = record.Text("OfficeNumber") ?? "";
            if (record.Kind != CareLineKind.Data) return;
            if (Exchange.Length == 0) Exchange = Encoding.ASCII.GetString(record.ExchangeId);
            if ((record.Text("ReviewMonth") ?? record.Text("HandlingMonth")) is { } month) Month = month;
            switch (layout.Id) {
                case "7411-D1" when IsOurs(record): Add(record, IsHeld(record) ? CareAnswerKind.Held : CareAnswerKind.Returned, "Units", null, Narrow(record.Text("Remarks")), record.Text("Message")); break;
                case "7311-D1": Add(record, CareAnswerKind.Adjusted, "UnitChange", null, record.Text("Reason"), $"{record.Text("ReasonText")} {record.Text("BasisText")}".Trim()); break;
                case "7521-D1": Add(record, CareAnswerKind.Decided, "Units", "BenefitYen", "", "", "Claims"); break;
                case "7611-D1": Add(record, CareAnswerKind.Withdrawn, "Units", "BenefitYen", record.Text("ReasonCode"), record.Text("ReasonText")); break;
                case "7621-D1": Add(record, CareAnswerKind.Reviewed, "UnitChange", "BenefitYen", record.Text("Result"), record.Text("ReasonText")); break;
                case "7211-D1": Counts(record); break;
                case "7521-T1": Totals = OfMonth() with { DecidedYen = (Totals?.DecidedYen ?? 0) + record.Number("BenefitYen") }; break;
                case "7521-T2": Totals = OfMonth() with { CorrectionYen = (Totals?.CorrectionYen ?? 0) + record.Number("BenefitYen") }; break;
                case "7521-T3": Totals = OfMonth() with { PayableYen = (Totals?.PayableYen ?? 0) + record.Number("BenefitYen") }; break;
                case "7515-H1": Totals = OfMonth() with { BenefitYen = record.Number("BenefitYen"), TransferYen = record.Number("TransferYen"), TransferredOn = Day(record.Text("TransferredOn")) }; break;
            }
        }

        private CareTotals OfMonth() => Totals ?? new(Month, null, null, null, null, null, null);

        private void Counts(CareRecord record) {
            Add(record, CareAnswerKind.CountReturned, "ReturnedUnits", null, "", "", "ReturnedClaims");
            Add(record, CareAnswerKind.CountAdjusted, "AdjustedUnits", null, "", "", "AdjustedClaims");
            Add(record, CareAnswerKind.CountHeld, "HeldUnits", null, "", "", "HeldClaims");
            Add(record, CareAnswerKind.CountRevived, "RevivedUnits", null, "", "", "RevivedClaims");
        }

        private void Add(CareRecord record, CareAnswerKind kind, string units, string? yen, string? code, string? text, string? claims = null) =>
            Lines.Add(new(kind, Month, record.Text("ServiceMonth") ?? "", (record.Text("InsurerNumber") ?? "").TrimStart('0'), record.Text("InsuredNumber") ?? "", record.Text("ServiceType") ?? "",
                claims is null ? 1 : checked((int)(record.Number(claims) ?? 0)), record.Number(units) ?? 0, yen is null ? 0 : record.Number(yen) ?? 0, code ?? "", text ?? ""));

        /// <summary>種別: 請 is a claim; サ and 給 are the care manager's.</summary>
        private static bool IsOurs(CareRecord record) => Narrow(record.Text("DocumentKind")) is "請" or "";

        private static bool IsHeld(CareRecord record) => Narrow(record.Text("Remarks")).Contains("保留", StringComparison.Ordinal);

        /// <summary>備考 is a full-width item: １２ＰＡ is the code 12PA.</summary>
        private static string Narrow(string? text) => HalfWidth.Of(text ?? "").Trim();

        private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
