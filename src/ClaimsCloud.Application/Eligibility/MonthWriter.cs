using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>What is to become of a patient's rows in every open month that has the patient.</summary>
/// <param name="Change">The rows after it; null or the same rows: nothing to do in this month.</param>
internal sealed record PatientChange(string Patient, Func<Sheet, ServiceMonth, IReadOnlyList<RowText>?> Change);

/// <summary>Writes changes of patients into the open months, many a commit, with history and under the months' own locks and checks.</summary>
/// <param name="what">Japanese, for the history.</param>
internal sealed class MonthWriter(IReadOnlyList<Stored<CareMonth>> months, string what, TenantScope tenant, Caller caller) {
    private readonly Dictionary<string, IReadOnlyList<RowText>> _station = new(StringComparer.Ordinal);

    /// <summary>Whether a change was refused because a month's checks do not let it in.</summary>
    public bool DidNotFit { get; private set; }

    /// <returns>Sheets that changed.</returns>
    public async Task<int> Write(IReadOnlyCollection<PatientChange> changes, CancellationToken stop) {
        var written = 0;
        foreach (var known in months)
            for (var left = changes; left.Count > 0 && await tenant.Month(known.Id, stop) is { Value.WhyNotChangeable: null } month;) {
                var (done, count) = await WriteSome(month, left, stop);
                written += count;
                left = [.. left.Skip(done)];
            }
        return written;
    }

    /// <summary>As many as fit into one commit; none when somebody else was faster.</summary>
    private async Task<(int Done, int Written)> WriteSome(Stored<CareMonth> month, IReadOnlyCollection<PatientChange> changes, CancellationToken stop) {
        var room = new SheetRoom();
        var (sheets, done) = (new List<ChangedSheet>(), 0);
        foreach (var (patient, change) in changes) {
            if (await tenant.Sheet(month.Id, patient, stop) is { } sheet && change(sheet.Value, MonthReads.Parse(month.Id)!.Value) is { } wished && await Fitting(month.Id, sheet.Value, wished, stop) is { } rows) {
                var now = Sheet.Of(month.Id, patient, sheet.Value.Revision + 1, rows);
                if (!room.Take(now, SheetChange.EditOf(sheet.Value, now, what, tenant, caller))) break;
                sheets.Add(new(sheet, now));
            }
            done++;
        }
        return await SheetChange.Commit(month, sheets, what, tenant, caller, stop) ? (done, sheets.Count) : (0, 0);
    }

    /// <summary>Null when one of the changed rows would not be let in if a person typed it.</summary>
    private async Task<IReadOnlyList<RowText>?> Fitting(string month, Sheet sheet, IReadOnlyList<RowText> wished, CancellationToken stop) {
        if (!_station.TryGetValue(month, out var station)) _station[month] = station = (await tenant.Sheet(month, null, stop))?.Value.Rows ?? [];
        var rows = wished.ToList();
        foreach (var row in wished.Except(sheet.Rows)) {
            if (BundleRows.Problems(row, [.. rows.Where(r => r != row), .. station], tenant.StationCode).Count > 0) {
                DidNotFit = true;
                return null;
            }
            rows[rows.IndexOf(row)] = BundleRows.Canonical(row);
        }
        return rows;
    }
}
