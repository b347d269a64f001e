using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Months;

/// <summary>
/// What of one month goes on into a later one: the station, patients who are still visited, their cards and conditions. Not what happened once in the month. The
/// visits of the days before it come along because weeks and the days before a death are counted across the month's start; they are not billed again.
/// </summary>
internal static class CarryOver {
    private const int DaysBefore = 14;

    /// <summary>A discharge from a psychiatric ward counts for three months.</summary>
    private const int StayMonths = 3;

    private static readonly HashSet<string> Once = ["informationLetters", "dischargeGuidances", "collaborations", "serviceEnds", "notes", "carePlans"];

    /// <summary>Values of a row that are of its month alone.</summary>
    private static readonly Dictionary<string, string[]> OfTheMonth = new() {
        ["conditions"] = ["gaf", "gafDate"], ["publicExpenses"] = ["usedElsewhereYen"], ["otherStations"] = ["visitDays"],
        ["careInsurances"] = ["billsEmergency", "billsSpecialManagement"], ["limitCertificates"] = ["earlierMonths"],
    };

    public static IEnumerable<Sheet> Into(ServiceMonth month, IEnumerable<Sheet> earlier, string stationCode) {
        var name = month.ToString();
        foreach (var sheet in earlier) {
            if (sheet.Rows.Any(r => r.Table == "serviceEnds")) continue;
            RowText[] rows = [.. sheet.Rows.Where(r => GoesOn(r, month)).Select(r => Cleaned(r, month, stationCode))];
            // A row whose certificate ended cannot be named by a visit any more.
            yield return Sheet.Of(name, sheet.Patient, 1, rows.Select(r => WithoutGone(r, rows)));
        }
    }

    private static bool GoesOn(RowText row, ServiceMonth month) {
        if (Once.Contains(row.Table)) return false;
        if (row.Table == Sheet.VisitTable) return Day(row, "date") is { } day && day >= month.FirstDay.AddDays(-DaysBefore) && day < month.FirstDay;
        var counts = row.Table == "hospitalStays" ? month.FirstDay.AddMonths(-StayMonths) : row.Table is "instructions" or "insuranceCards" or "publicExpenses"
            ? month.FirstDay.AddDays(-DaysBefore) : month.FirstDay;
        return (Day(row, "until") ?? Day(row, "employedUntil")) is not { } until || until >= counts;
    }

    private static RowText Cleaned(RowText row, ServiceMonth month, string stationCode) {
        var cells = row.Cells.Where(c => !(OfTheMonth.GetValueOrDefault(row.Table)?.Contains(c.Key) ?? false)).ToDictionary();
        if (row.Table == "bundle") {
            (cells["month"], cells["billingMonth"]) = (OpenMonth.Text(month), OpenMonth.Text(month.Plus(1)));
            cells["visitsCompleteFrom"] = $"{month.FirstDay.AddDays(-DaysBefore):yyyy-MM-dd}";
        }
        if (row.Table == "station") cells["code"] = stationCode;
        return row with { Cells = cells };
    }

    private static RowText WithoutGone(RowText row, RowText[] rows) => row.Cells.TryGetValue("notPaidBy", out var keys)
        ? row with { Cells = new Dictionary<string, string>(row.Cells) { ["notPaidBy"] = string.Join(BundleColumn.ListSeparator, BundleRows.Values(keys).Where(k => rows.Any(r => r.Key == k && r.Table == "publicExpenses"))) } }
        : row;

    private static DateOnly? Day(RowText row, string column) => row.Cells.TryGetValue(column, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}
