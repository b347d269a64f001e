using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>The history of a month or of one patient in it, newest first. It may be long: a page is read by its place.</summary>
internal static class ListEdits {
    public static async Task<Results<Ok<MonthEditPage>, Refused>> Handle(string month, string? patient, string? after, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is not { } stored) return (Refused)Refusals.NotFound;
        var (index, prefix) = string.IsNullOrEmpty(patient) ? (MonthEdit.ByMonth, $"{month}|") : (MonthEdit.ByPatient, $"{month}|{PatientMark.Of(patient)}|");
        var place = (Continuation?)null;
        if (!string.IsNullOrEmpty(after)) {
            if (await tenant.Documents.Get(MonthEdit.Kind, after, stop) is not { } last || index.Value(last.Value) is not { } value) return (Refused)Refusals.NotFound;
            place = new(value, after);
        }
        var edits = await tenant.Documents.Query(
            new IndexQuery<MonthEdit>(MonthEdit.Kind, index, IndexRange.Between(prefix, prefix + "\U0010FFFF"), QueryOrder.Descending, Paging.Size + 1, place), stop);
        MonthEditRow[] rows = [.. edits.Items.Take(Paging.Size).Select(e => Row(e.Id, e.Value))];
        return TypedResults.Ok(new MonthEditPage(rows, edits.Items.Count > Paging.Size ? rows[^1].EditId : null));
    }

    private static MonthEditRow Row(string id, MonthEdit edit) => new(id, edit.At, edit.Actor, edit.Patient.Length == 0 ? null : edit.Patient, edit.What, edit.Reason,
        [.. edit.Values.Select(v => (v, Table: BundleTables.Find(v.Table), Column: BundleTables.Find(v.Table)?.Columns.FirstOrDefault(c => c.Name == v.Field)))
            .Where(x => x.v.Field is not ("key" or "patient"))
            .Select(x => new EditedValue(x.Table?.Japanese ?? x.v.Table, x.v.Key, x.Column?.Japanese ?? x.v.Field, Shown(x.Column, x.v.Before), Shown(x.Column, x.v.After)))]);

    private static string Shown(BundleColumn? column, string cell) => column is null ? cell : ShownCell.Of(column, cell, []);
}
