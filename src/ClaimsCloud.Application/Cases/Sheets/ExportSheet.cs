using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Sheets;

/// <summary>The partner's own sheet with its open cases. What was in it is kept: only against that can a sheet that comes back be compared.</summary>
internal static class ExportSheet {
    public static async Task<IResult> Handle(string partner, string? form, PlatformScope platform, Caller caller, CancellationToken stop) {
        if ((await Books.Today(platform, stop)).SheetOf(partner) is not { } layout) return new Refused(Refusals.NoSheet);
        var cases = await platform.CasesOf(partner, stop);
        List<ExportedRow> rows = [.. cases.Select(c => new ExportedRow(c.Key, [.. layout.Columns.Select(column => SheetParts.Cell(c.Value, column))]))];
        var exportId = platform.Ids.Next();
        await platform.Blobs.PutJson(SheetExport.Blob(exportId), rows, stop);
        await platform.Commit(platform.Batch().Create(SheetExport.Kind, exportId, new SheetExport(partner, layout.Version, platform.Now, caller.Id)), stop);
        List<IReadOnlyList<string>> lines = [layout.Head(exportId), layout.Titles, .. rows.Select(r => (IReadOnlyList<string>)[r.Key, .. r.Cells])];
        var name = $"{partner}-{platform.Today():yyyyMMdd}";
        return form == "csv" ? TypedResults.Bytes(SheetFile.WriteCsv(lines), "text/csv", name + ".csv")
            : TypedResults.Bytes(SheetFile.WriteXlsx(lines), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    }

    public static async Task<Ok<List<SheetPartnerRow>>> List(PlatformScope platform, CancellationToken stop) {
        var (book, rows) = (await Books.Today(platform, stop), new List<SheetPartnerRow>());
        foreach (var partner in book.Partners) {
            if (book.SheetOf(partner.Key) is not { } layout) continue;
            var last = await platform.Documents.Query(new IndexQuery<SheetExport>(SheetExport.Kind, SheetExport.ByPartner, IndexRange.Between(partner.Key + ".", partner.Key + "/"), QueryOrder.Descending, 1), stop);
            rows.Add(new(partner.Key, partner.Name, layout.Version, (await platform.CasesOf(partner.Key, stop)).Count, last.Items is [var export] ? export.Value.At : null));
        }
        return TypedResults.Ok(rows);
    }
}
