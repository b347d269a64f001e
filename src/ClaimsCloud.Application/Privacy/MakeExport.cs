using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Returns;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Bundles.Reading;

namespace ClaimsCloud.Application.Privacy;

/// <summary>
/// One patient's data as a ZIP file: what the service knows as readable JSON in Japanese, and of files only her part. A file of the closed network that holds other patients too is named, not
/// given out. The whole is some hundred kilobytes and made in memory.
/// </summary>
internal static class MakeExport {
    private const int LargestClaim = 4 * 1024 * 1024;
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task Handle(Received<PersonExportWanted> message, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(PersonRequest.Kind, message.Body.RequestId, stop) is not { Value.State: PersonRequestState.Running } request) return;
        var words = await PersonWords.Of(request.Value.Patient, request.Value.Name, tenant, stop);
        var found = new List<Holding>();
        foreach (var holding in await Holdings.Of(tenant, stop))
            if (await words.AreIn(holding, tenant, stop)) found.Add(holding);
        request = await Save(request, request.Value with { Steps = found.Count + 1 }, tenant, stop);

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) {
            foreach (var (index, holding) in found.Index()) {
                await Add(zip, holding, words, tenant, stop);
                request = await Save(request, request.Value with { Step = index + 1 }, tenant, stop);
            }
            await Put(zip, "contents.json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(found.Select(h => new { 種類 = h.Title, 番号 = h.Id, 保存期限 = h.Until.ToString("yyyy-MM-dd", null) }), Readable)), stop);
        }
        var blob = PersonRequest.ExportBlob(request.Id);
        file.Position = 0;
        // A delivery that died after it: what stands there may be half of what is known now.
        await tenant.Blobs.Delete(blob, stop);
        await tenant.Blobs.Put(blob, file, stop);
        var done = request.Value with {
            State = PersonRequestState.Done, Step = request.Value.Steps, DoneAt = tenant.Now, Until = DateOnly.FromDateTime((tenant.Now + RetentionTable.ExportLife).InJapan()), Blob = blob, Size = file.Length, Patient = null, Name = null,
        };
        var act = new Act(AuditAct.PersonExportMade, Caller.System, request.Value.Mark, request.Id);
        if (await tenant.Commit(tenant.Batch().Replace(request, done).Consume(message), act, stop) == CommitResult.Conflict) throw new IOException($"The export {request.Id} is being made twice.");
    }

    private static async Task Add(ZipArchive zip, Holding holding, PersonWords words, TenantScope tenant, CancellationToken stop) {
        switch (holding.Type) {
            case RetentionTable.Visits or RetentionTable.CareVisits: await Records(zip, holding.Patient!, tenant, stop); break;
            case RetentionTable.People when await tenant.Documents.Get(EligibilityPerson.Kind, holding.Id, stop) is { } person: await PutJson(zip, "eligibility/state.json", person.Value, stop); break;
            case RetentionTable.ClaimFiles when await tenant.Documents.Get(ClaimFile.Kind, holding.Id, stop) is { Value.Check: { Readable: true } check }: await Claims(zip, holding.Id, check, words, tenant, stop); break;
            case RetentionTable.Builds when await tenant.Documents.Get(ClaimBuild.Kind, holding.Id, stop) is { Value: { InvoiceRows: { } rows } build }:
                await foreach (var row in new RowsReader<PatientInvoices>(tenant.Blobs, rows).All(stop))
                    if (words.IsKey(row.Patient)) await PutJson(zip, $"invoices/{build.Month}-{holding.Id}.json", row.Invoices, stop);
                break;
            case RetentionTable.ReturnItems when await tenant.Documents.Get(ReturnItem.Kind, holding.Id, stop) is { } item: await PutJson(zip, $"returned/{holding.Id}.json", item.Value, stop); break;
            default: break;
        }
    }

    /// <summary>Rows and history of each month, in the words of the screen.</summary>
    private static async Task Records(ZipArchive zip, string patient, TenantScope tenant, CancellationToken stop) {
        await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, stop)) {
            if (await tenant.Sheet(month.Id, patient, stop) is { Value: var sheet })
                await PutJson(zip, $"months/{month.Id}.json", sheet.Rows.GroupBy(r => r.Table).ToDictionary(g => BundleTables.Find(g.Key)!.Japanese, g => g.Select(r => Named(g.Key, r.Cells)).ToList()), stop);
            var edits = await ForgetPatient.Edits(month.Id, patient, tenant, stop);
            if (edits.Count > 0) await PutJson(zip, $"months/{month.Id}-history.json", edits.Select(e => e.Value), stop);
        }
    }

    private static Dictionary<string, string> Named(string table, IReadOnlyDictionary<string, string> cells) =>
        cells.ToDictionary(c => BundleTables.Find(table)!.Columns.FirstOrDefault(column => column.Name == c.Key)?.Japanese ?? c.Key, c => c.Value);

    /// <summary>Her claims, byte for byte as they stand in the file.</summary>
    private static async Task Claims(ZipArchive zip, string fileId, CheckSummary check, PersonWords words, TenantScope tenant, CancellationToken stop) {
        await foreach (var line in new RowsReader<ClaimLine>(tenant.Blobs, check.ClaimRows).All(stop)) {
            var bytes = new byte[Math.Min(line.Length, LargestClaim)];
            await using (var original = await tenant.Blobs.Open(ClaimFile.OriginalBlob(fileId), line.Offset, bytes.Length, stop) ?? throw new IOException($"Bytes of {fileId} are missing."))
                await original.Content.ReadExactlyAsync(bytes, stop);
            if (!words.AreIn(bytes) && !words.AreIn(Encoding.UTF8.GetBytes(line.PatientName))) continue;
            await Put(zip, $"claims/{fileId}-{line.Number}.uke", bytes, stop);
            await PutJson(zip, $"claims/{fileId}-{line.Number}.json", line.Row, stop);
        }
    }

    private static Task PutJson<T>(ZipArchive zip, string name, T value, CancellationToken stop) => Put(zip, name, JsonSerializer.SerializeToUtf8Bytes(value, Readable), stop);

    private static async Task Put(ZipArchive zip, string name, byte[] bytes, CancellationToken stop) {
        await using var entry = zip.CreateEntry(name).Open();
        await entry.WriteAsync(bytes, stop);
    }

    private static async Task<Stored<PersonRequest>> Save(Stored<PersonRequest> was, PersonRequest now, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Commit(tenant.Batch().Replace(was, now), stop) != CommitResult.Committed) throw new IOException($"The export {was.Id} is being made twice.");
        return await tenant.Documents.Get(PersonRequest.Kind, was.Id, stop) ?? throw new IOException($"The request {was.Id} is missing.");
    }
}
