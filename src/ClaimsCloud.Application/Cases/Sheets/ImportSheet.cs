using ClaimsCloud.Application.Cases.Book;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Onboarding;
using ClaimsCloud.Domain.Onboarding.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Cases.Sheets;

/// <summary>A sheet that a partner sent back: first what it would change, then, when a person says so, the change.</summary>
internal static class ImportSheet {
    private const int NameLength = 200;

    public static async Task<Results<Ok<SheetImportDetail>, Refused>> Read(string partner, string? name, HttpRequest request, PlatformScope platform, Caller caller, CancellationToken stop) {
        var fileName = name?.Split('/', '\\')[^1].Trim() ?? "";
        if (fileName.Length is 0 or > NameLength) return (Refused)Refusals.NameMissing;
        var book = await Books.Today(platform, stop);
        if (book.SheetOf(partner) is not { } layout) return (Refused)Refusals.NoSheet;
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, stop);
        bytes.Position = 0;
        var (lines, problem) = SheetFile.Read(bytes);
        var reading = lines is null ? new SheetReading([], [problem!], []) : await Compare(lines, layout, partner, platform, stop);
        var importId = platform.Ids.Next();
        await platform.Blobs.PutJson(SheetImport.Blob(importId), reading, stop);
        var import = new SheetImport(partner, fileName, platform.Now, caller.Id, reading.Refusals.Count > 0 ? "refused" : "asked", 0, []);
        await platform.Commit(platform.Batch().Create(SheetImport.Kind, importId, import), stop);
        return TypedResults.Ok(await Detail(importId, import, reading, platform, stop));
    }

    public static async Task<Results<Ok<SheetImportDetail>, Refused>> Show(string importId, PlatformScope platform, CancellationToken stop) =>
        await platform.Documents.Get(SheetImport.Kind, importId, stop) is { } stored && await platform.Blobs.GetJson<SheetReading>(SheetImport.Blob(importId), stop) is { } reading
            ? TypedResults.Ok(await Detail(importId, stored.Value, reading, platform, stop)) : (Refused)Refusals.NotFound;

    /// <summary>Each case is a change of its own and only where it still says what was exported: to be repeated after a crash, and never over somebody's work.</summary>
    public static async Task<Results<Ok<SheetImportDetail>, Refused>> Take(string importId, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (await platform.Documents.Get(SheetImport.Kind, importId, stop) is not { } stored || await platform.Blobs.GetJson<SheetReading>(SheetImport.Blob(importId), stop) is not { } reading) return (Refused)Refusals.NotFound;
        if (stored.Value.State != "asked") return (Refused)(stored.Value.State == "taken" ? Refusals.SheetTaken : Refusals.BadRequest);
        var (taken, notTaken) = (0, new List<string>());
        foreach (var of in reading.Changes.Where(c => c.Now is null).GroupBy(c => c.Key)) {
            var fresh = 0;
            var outcome = await CaseChanges.Apply(of.Key, CaseChanges.Partner, caller.Id, platform, (now, _) => {
                var changes = of.Where(c => now.PartnerFields.GetValueOrDefault(c.Field, "") == c.Was).ToList();
                fresh = changes.Count;
                if (now.Partner?.Key != stored.Value.Partner) return Refusals.PartnerDoesNotFit;
                if (fresh == 0) return of.All(c => now.PartnerFields.GetValueOrDefault(c.Field, "") == c.Came) ? Refusals.SheetTaken : Refusals.ChangedMeanwhile;
                var fields = new Dictionary<string, string>(now.PartnerFields);
                foreach (var change in changes) fields[change.Field] = change.Came;
                return new CaseChange(now with { PartnerFields = fields }, $"{now.Partner.Name}の表を取り込みました。", string.Join('\n', changes.Select(c => $"{c.Title}：{Shown(c.Was)} → {Shown(c.Came)}")));
            }, stop);
            if (outcome.Succeeded(out _, out var refusal)) taken += fresh;
            else if (refusal != Refusals.SheetTaken) notTaken.Add($"{of.Key}：{refusal.Title}");
        }
        var done = stored.Value with { State = "taken", Taken = taken, NotTaken = notTaken };
        return await platform.Commit(platform.Batch().Replace(stored, done), stop) == CommitResult.Committed ? TypedResults.Ok(await Detail(importId, done, reading, platform, stop)) : (Refused)Refusals.SheetTaken;
    }

    private static async Task<SheetReading> Compare(IReadOnlyList<IReadOnlyList<string>> lines, SheetLayout layout, string partner, PlatformScope platform, CancellationToken stop) {
        var exportId = lines.Count > 0 ? SheetLayout.ReadHead(lines[0])?.ExportId ?? "" : "";
        var exported = DocumentLimits.IsId(exportId) && (await platform.Documents.Get(SheetExport.Kind, exportId, stop))?.Value.Partner == partner
            ? await platform.Blobs.GetJson<List<ExportedRow>>(SheetExport.Blob(exportId), stop) : null;
        var cases = await platform.CasesOf(partner, stop);
        return SheetDiff.Of(lines, layout, exportId, exported, (key, field) => cases.TryGetValue(key, out var of) ? of.PartnerFields.GetValueOrDefault(field, "") : null);
    }

    private static async Task<SheetImportDetail> Detail(string importId, SheetImport import, SheetReading reading, PlatformScope platform, CancellationToken stop) {
        var (book, names) = (await Books.Today(platform, stop), new Dictionary<string, string>());
        foreach (var key in reading.Changes.Select(c => c.Key).Distinct()) names[key] = (await platform.Case(key, stop))?.Value.StationName ?? "";
        return new(importId, import.Partner, book.Partners.FirstOrDefault(p => p.Key == import.Partner)?.Name ?? import.Partner, import.FileName, import.At, import.State,
            [.. reading.Changes.Select(c => new CellChangeRow(c.Key, names[c.Key], c.Title, c.Was, c.Came, c.Now))], reading.Refusals, [.. reading.Notes, .. import.NotTaken], import.Taken);
    }

    private static string Shown(string value) => value.Length == 0 ? "（空）" : value;
}
