using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Months;

/// <summary>One sheet before and after.</summary>
/// <param name="Was">Null for a new patient.</param>
/// <param name="Now">Without rows: the patient goes.</param>
internal sealed record ChangedSheet(Stored<Sheet>? Was, Sheet Now);

/// <summary>The one way a change of rows gets into a month: sheets, month and history in one commit.</summary>
internal static class SheetChange {
    /// <param name="was">Null for a new patient.</param>
    /// <param name="now">Without rows: the patient goes.</param>
    /// <param name="what">Japanese name of what changed.</param>
    /// <returns>False when somebody else was faster; nothing was written.</returns>
    public static Task<bool> Commit(Stored<CareMonth> month, Stored<Sheet>? was, Sheet now, string what, TenantScope tenant, Caller caller, CancellationToken stop) =>
        Commit(month, [new(was, now)], what, tenant, caller, stop);

    /// <param name="changes">No more than <see cref="SheetRoom"/> lets into one commit.</param>
    public static async Task<bool> Commit(Stored<CareMonth> month, IReadOnlyList<ChangedSheet> changes, string what, TenantScope tenant, Caller caller, CancellationToken stop) {
        var batch = tenant.Batch();
        var (patients, visits) = (0, 0);
        foreach (var (was, now) in changes) {
            if (EditOf(was?.Value, now, what, tenant, caller) is not { } edit) continue;
            batch.Create(MonthEdit.Kind, tenant.Ids.Next(), edit);
            if (was is null) batch.Create(Sheet.Kind, Sheet.IdOf(now.Month, now.Patient), now);
            else if (now.Rows.Count == 0) batch.Delete(was);
            else batch.Replace(was, now);
            patients += now.IsStation ? 0 : (now.Rows.Count > 0 ? 1 : 0) - (was is null ? 0 : 1);
            visits += now.Visits - (was?.Value.Visits ?? 0);
        }
        return batch.Changes.Count == 0 || await tenant.Commit(batch.Replace(month, month.Value.Changed(tenant.Now, patients, visits)), stop) == CommitResult.Committed;
    }

    /// <summary>Null when nothing changed.</summary>
    public static MonthEdit? EditOf(Sheet? was, Sheet now, string what, TenantScope tenant, Caller caller) =>
        RowEdits.Between(was?.Rows ?? [], now.Rows) is { Any: true } edits ? new(now.Month, now.Patient, tenant.Now, caller.Id, $"{what}：{edits.What}", null, edits.Cells) : null;
}
