using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Months;

/// <summary>Takes a patient out of all months with her history, locked months too. The month says that somebody's records went, not whose.</summary>
internal static class ForgetPatient {
    private const int InOneCommit = 90;

    public static async Task Handle(string patient, TenantScope tenant, CancellationToken stop) {
        await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, stop)) {
            foreach (var edits in (await Edits(month.Id, patient, tenant, stop)).Chunk(InOneCommit))
                await Commit(edits.Aggregate(tenant.Batch(), (batch, edit) => batch.Delete(edit)), month.Id, tenant, stop);
            if (await tenant.Sheet(month.Id, patient, stop) is { } sheet)
                await Commit(tenant.Batch().Delete(sheet).Replace(month, month.Value.Changed(tenant.Now, -1, -sheet.Value.Visits))
                    .Create(MonthEdit.Kind, tenant.Ids.Next(), new(month.Id, "", tenant.Now, "system", "保存期間または削除の依頼により、利用者1人の記録を消去", null, [])), month.Id, tenant, stop);
        }
    }

    public static async Task<IReadOnlyList<Stored<MonthEdit>>> Edits(string month, string patient, TenantScope tenant, CancellationToken stop) {
        var prefix = $"{month}|{PatientMark.Of(patient)}|";
        return await tenant.Documents.All(MonthEdit.Kind, MonthEdit.ByPatient, IndexRange.Between(prefix, prefix + "\U0010FFFF"), stop).ToListAsync(stop);
    }

    private static async Task Commit(Batch batch, string month, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException($"Month {month} was changed just now.");
    }
}
