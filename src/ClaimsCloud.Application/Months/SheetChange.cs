using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Months;

/// <summary>The one way a person's change gets into a month: sheet, month and history in one commit.</summary>
internal static class SheetChange {
    /// <param name="was">Null for a new patient.</param>
    /// <param name="now">Without rows: the patient goes.</param>
    /// <param name="what">Japanese name of what changed.</param>
    /// <returns>False when somebody else was faster; nothing was written.</returns>
    public static async Task<bool> Commit(Stored<CareMonth> month, Stored<Sheet>? was, Sheet now, string what, TenantScope tenant, Caller caller, CancellationToken stop) {
        var edits = RowEdits.Between(was?.Value.Rows ?? [], now.Rows);
        if (!edits.Any) return true;
        var patients = now.IsStation ? 0 : (now.Rows.Count > 0 ? 1 : 0) - (was is null ? 0 : 1);
        var batch = tenant.Batch().Replace(month, month.Value.Changed(tenant.Now, patients, now.Visits - (was?.Value.Visits ?? 0)))
            .Create(MonthEdit.Kind, tenant.Ids.Next(), new(now.Month, now.Patient, tenant.Now, caller.Id, $"{what}：{edits.What}", null, edits.Cells));
        if (was is null) batch.Create(Sheet.Kind, Sheet.IdOf(now.Month, now.Patient), now);
        else if (now.Rows.Count == 0) batch.Delete(was);
        else batch.Replace(was, now);
        return await tenant.Commit(batch, stop) == CommitResult.Committed;
    }
}
