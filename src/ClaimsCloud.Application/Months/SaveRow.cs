using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Adds a row or changes one. What the row itself says must be readable; what is still missing around it is for the month's findings to say.</summary>
internal static class SaveRow {
    public static async Task<Results<Ok<RowSaved>, UnprocessableEntity<RowProblems>, Refused>> Handle(string month, Contracts.SaveRow asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (BundleTables.Find(asked.Table ?? "") is not { } table || asked.Cells is null) return (Refused)Refusals.BadRequest;
        var isNew = string.IsNullOrEmpty(asked.Key);
        var patient = table.IsPatients ? (isNew ? tenant.Ids.Next() : asked.Key!) : table.OfPatients ? asked.Patient ?? "" : "";
        if (table.OfPatients && patient.Length == 0) return (Refused)Refusals.BadRequest;

        if (await tenant.Month(month, stop) is not { } stored || await tenant.Sheet(month, null, stop) is not { } station) return (Refused)Refusals.NotFound;
        if (stored.Value.WhyNotChangeable is { } why) return (Refused)why;
        var sheet = table.IsPatients && isNew ? null : await tenant.Sheet(month, patient, stop);
        if (sheet is null && !(table.IsPatients && isNew)) return (Refused)Refusals.NotFound;
        var was = sheet?.Value.Rows.FirstOrDefault(r => r.Table == table.Name && (r.Key == asked.Key || table.Rows == TableRows.One));
        if (!isNew && was is null) return (Refused)Refusals.NotFound;
        if (isNew && was is not null) return (Refused)Refusals.BadRequest;
        if (sheet is not null && sheet.Value.Revision != asked.Revision) return (Refused)Refusals.ChangedMeanwhile;

        var key = was?.Key ?? (table.IsPatients ? patient : tenant.Ids.Next());
        var typed = RowText.Typed(table, new Dictionary<string, string>(asked.Cells) { ["key"] = key, ["patient"] = patient });
        RowText[] others = [.. (sheet?.Value.Rows ?? []).Where(r => r != was), .. table.OfPatients ? station.Value.Rows : []];
        var problems = BundleRows.Problems(typed, others, tenant.StationCode);
        if (problems.Count > 0) return TypedResults.UnprocessableEntity(new RowProblems([.. problems.Select(p => MonthFindings.Row(p, _ => sheet?.Value.Name))]));

        var row = BundleRows.Canonical(typed);
        var before = sheet?.Value.Rows ?? [];
        RowText[] after = [.. before.Where(r => r != was), row];
        return await SheetChange.Commit(stored, sheet, Sheet.Of(month, patient, (sheet?.Value.Revision ?? 0) + 1, after), table.Japanese, tenant, caller, stop)
            ? TypedResults.Ok(new RowSaved(key, table.OfPatients ? patient : null)) : (Refused)Refusals.ChangedMeanwhile;
    }
}
