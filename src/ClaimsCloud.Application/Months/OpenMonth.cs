using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;
using ClaimsCloud.Domain.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Begins a month: with the station alone, or with what goes on from an earlier one. All patients of a large station are several commits: the month comes with the last.</summary>
internal static class OpenMonth {
    public static async Task<Results<Ok<MonthRow>, Refused>> Handle(string month, Contracts.OpenMonth asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (MonthReads.Parse(month) is not { } service) return (Refused)Refusals.NotAMonth;
        if (await tenant.Month(month, stop) is not null) return (Refused)Refusals.MonthExists;
        Sheet[] sheets = [Sheet.Of(month, "", 1, FirstRows(service, tenant))];
        if (asked.From is { } from) {
            if (MonthReads.Parse(from) is not { } earlier || earlier >= service || await tenant.Month(from, stop) is null) return (Refused)Refusals.NotFound;
            sheets = [.. CarryOver.Into(service, (await tenant.Sheets(from, stop)).Select(s => s.Value), tenant.StationCode)];
        }
        foreach (var part in SheetParts.Of(sheets, new Dictionary<string, MonthEdit>())) {
            var batch = tenant.Batch();
            foreach (var sheet in part.Sheets) {
                // A try that ended half-way left sheets of a month that nobody can see.
                if (await tenant.Sheet(month, sheet.Patient, stop) is { } left) batch.Replace(left, sheet);
                else batch.Create(Sheet.Kind, Sheet.IdOf(month, sheet.Patient), sheet);
            }
            if (await tenant.Commit(batch, stop) != CommitResult.Committed) return (Refused)Refusals.ChangedMeanwhile;
        }
        var opened = new CareMonth(month, MonthState.Open, sheets.Length - 1, sheets.Sum(s => s.Visits), 1, tenant.Now, null);
        var what = asked.From is null ? "月を開始" : $"{JapaneseEra.Format(MonthReads.Parse(asked.From)!.Value)}から引き継いで月を開始";
        var last = tenant.Batch().Create(CareMonth.Kind, month, opened).Create(MonthEdit.Kind, tenant.Ids.Next(), new(month, "", tenant.Now, caller.Id, what, null, []));
        return await tenant.Commit(last, stop) == CommitResult.Committed ? TypedResults.Ok(opened.Row) : (Refused)Refusals.MonthExists;
    }

    /// <summary>What is known without asking: the month, when it is sent, and whose it is.</summary>
    internal static IEnumerable<RowText> FirstRows(ServiceMonth month, TenantScope tenant) => [
        RowText.Typed(BundleTables.Find("bundle")!, new Dictionary<string, string> { ["month"] = Text(month), ["billingMonth"] = Text(month.Plus(1)) }),
        RowText.Typed(BundleTables.Find("station")!, new Dictionary<string, string> { ["key"] = "station", ["code"] = tenant.StationCode, ["name"] = tenant.StationName }),
    ];

    internal static string Text(ServiceMonth month) => $"{month.Year:0000}-{month.Month:00}";
}
