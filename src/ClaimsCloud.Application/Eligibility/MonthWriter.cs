using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>Writes a patient's change into every open month that has the patient, with history and under the months' own locks and checks.</summary>
internal sealed class MonthWriter(IReadOnlyList<Stored<CareMonth>> months, TenantScope tenant) {
    private readonly Dictionary<string, IReadOnlyList<RowText>> _station = new(StringComparer.Ordinal);

    /// <summary>Whether a change was refused because a month's checks do not let it in.</summary>
    public bool DidNotFit { get; private set; }

    /// <param name="what">Japanese, for the history.</param>
    /// <param name="change">The rows after it; null or the same rows: nothing to do in this month.</param>
    /// <returns>Months that changed.</returns>
    public async Task<int> Write(string patient, string what, Caller caller, Func<Sheet, ServiceMonth, IReadOnlyList<RowText>?> change, CancellationToken stop) {
        var written = 0;
        foreach (var known in months) {
            var done = false;
            while (!done) {
                if (await tenant.Month(known.Id, stop) is not { Value.WhyNotChangeable: null } month || await tenant.Sheet(known.Id, patient, stop) is not { } sheet) break;
                if (change(sheet.Value, MonthReads.Parse(known.Id)!.Value) is not { } wished) break;
                if (await Fitting(known.Id, sheet.Value, wished, stop) is not { } rows) {
                    DidNotFit = true;
                    break;
                }
                done = await SheetChange.Commit(month, sheet, Sheet.Of(known.Id, patient, sheet.Value.Revision + 1, rows), what, tenant, caller, stop);
                if (done) written++;
            }
        }
        return written;
    }

    /// <summary>Null when one of the changed rows would not be let in if a person typed it.</summary>
    private async Task<IReadOnlyList<RowText>?> Fitting(string month, Sheet sheet, IReadOnlyList<RowText> wished, CancellationToken stop) {
        if (!_station.TryGetValue(month, out var station)) _station[month] = station = (await tenant.Sheet(month, null, stop))?.Value.Rows ?? [];
        var rows = wished.ToList();
        foreach (var row in wished.Except(sheet.Rows)) {
            if (BundleRows.Problems(row, [.. rows.Where(r => r != row), .. station], tenant.StationCode).Count > 0) return null;
            rows[rows.IndexOf(row)] = BundleRows.Canonical(row);
        }
        return rows;
    }
}
