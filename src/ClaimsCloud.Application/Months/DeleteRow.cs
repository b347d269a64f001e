using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Takes a row out, or a patient with all rows. A row that others name stays; its values stay in the history.</summary>
internal static class DeleteRow {
    public static async Task<Results<Ok<RowSaved>, UnprocessableEntity<RowProblems>, Refused>> Handle(string month, Contracts.DeleteRow asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (BundleTables.Find(asked.Table ?? "") is not { Rows: not TableRows.One } table) return (Refused)Refusals.BadRequest;
        var patient = table.IsPatients ? asked.Key : table.OfPatients ? asked.Patient : null;
        if (await tenant.Month(month, stop) is not { } stored || await tenant.Sheet(month, patient, stop) is not { } sheet) return (Refused)Refusals.NotFound;
        if (stored.Value.WhyNotChangeable is { } why) return (Refused)why;
        if (sheet.Value.Revision != asked.Revision) return (Refused)Refusals.ChangedMeanwhile;
        if (sheet.Value.Rows.FirstOrDefault(r => r.Table == table.Name && r.Key == asked.Key) is not { } row) return (Refused)Refusals.NotFound;

        if (!table.IsPatients) {
            var rows = table.OfPatients ? sheet.Value.Rows : [.. (await tenant.Sheets(month, stop)).Rows()];
            if (BundleRows.ThatNeed(row, rows).FirstOrDefault() is { } needs) return TypedResults.UnprocessableEntity(new RowProblems([Needed(table, row, needs)]));
        }
        IEnumerable<RowText> left = table.IsPatients ? [] : sheet.Value.Rows.Where(r => r != row);
        return await SheetChange.Commit(stored, sheet, Sheet.Of(month, sheet.Value.Patient, sheet.Value.Revision + 1, left), table.Japanese, tenant, caller, stop)
            ? TypedResults.Ok(new RowSaved(row.Key, patient)) : (Refused)Refusals.ChangedMeanwhile;
    }

    private static MonthFindingRow Needed(BundleTable table, RowText row, RowText needs) {
        var other = BundleTables.Find(needs.Table)!.Japanese;
        return new("row-needed", Severity.ClaimRefused.Name(), Verdict.Fail.Name(), null, null, table.Name, table.Japanese, row.Key, null, null, null,
            $"「{other}」の行で使われているため、削除できません。", $"先に「{other}」の行を直すか、削除してください。", true);
    }
}
