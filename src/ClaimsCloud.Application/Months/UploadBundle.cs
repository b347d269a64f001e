using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Months;

/// <summary>Takes the bytes and closes the month to everybody else until they are in it.</summary>
internal static class UploadBundle {
    private const int NameLength = 255;

    /// <summary>An import that showed no sign of life for so long may be overtaken: its delivery was given up.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    public static async Task<Results<Accepted<ImportDetail>, Refused>> Handle(string month, HttpRequest request, string? name, TenantScope tenant, Caller caller, CancellationToken stop) {
        var shortName = name?.Split('/', '\\')[^1].Trim() ?? "";
        if (shortName.Length is 0 or > NameLength) return (Refused)Refusals.NameMissing;
        if (MonthReads.Parse(month) is null) return (Refused)Refusals.NotAMonth;
        if ((await tenant.Month(month, stop))?.Value is { } before && WhyNot(before, tenant.Now) is { } early) return (Refused)early;

        var importId = tenant.Ids.Next();
        var blob = await tenant.Blobs.Put(MonthImport.FileBlob(importId), request.Body, stop) ?? throw new IOException($"Id {importId} came twice.");
        var import = new MonthImport(month, shortName, tenant.Now, caller.Id, blob.Size, blob.Sha256, ImportState.Waiting, 0, 0, ImportCounts.None, null, null);
        while (true) {
            var stored = await tenant.Month(month, CancellationToken.None);
            if (stored is not null && WhyNot(stored.Value, tenant.Now) is { } why) {
                await tenant.Blobs.Delete(MonthImport.FileBlob(importId), CancellationToken.None);
                return (Refused)why;
            }
            var batch = tenant.Batch().Create(MonthImport.Kind, importId, import).Send(new BundleUploaded(importId));
            if (stored is not null) batch.Replace(stored, stored.Value.Changed(tenant.Now, 0, 0) with { State = MonthState.Importing, ImportId = importId });
            else batch.Create(CareMonth.Kind, month, new(month, MonthState.Importing, 0, 0, 1, tenant.Now, importId));
            if (await tenant.Commit(batch, CancellationToken.None) == CommitResult.Committed) return TypedResults.Accepted($"/{MonthRoutes.Months}/{month}/imports/{importId}", import.Detail(importId));
        }
    }

    private static Refusal? WhyNot(CareMonth month, DateTimeOffset now) =>
        month.State == MonthState.Importing && now - month.ChangedAt > Silence ? null : month.WhyNotChangeable;
}
