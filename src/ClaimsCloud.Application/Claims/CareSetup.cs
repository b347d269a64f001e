using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.CareClaims.Building;
using ClaimsCloud.Domain.CareClaims.Codes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>How the station builds care claims: choices where nothing is verified, and the service-code table that it imported. One document a tenant.</summary>
/// <param name="Choices">Name and value of the settings that are not the default.</param>
/// <param name="Blob">The table as it was imported; null: only the built-in codes.</param>
internal sealed record CareSetup(IReadOnlyDictionary<string, string> Choices, string? Blob, int Codes, DateTimeOffset? CodesAt) {
    private const string Id = "station";
    private static readonly CareSetup None = new(new Dictionary<string, string>(), null, 0, null);
    private static readonly DocumentKind<CareSetup> Kind = new("care-setup");

    public CareSettings Settings => Choices.Aggregate(new CareSettings(), (settings, choice) => CareSettingWords.With(settings, choice.Key, choice.Value) ?? settings);

    private CareSetupDetail Detail => new([.. CareSettingWords.All.Select(w => new CareSettingRow(w.Name, w.Doubt.Title, CareSettingWords.ValueOf(Settings, w), [.. w.Choices.Select(c => new FieldOption(c.Value, c.Japanese))]))], Codes, CodesAt);

    public static async Task<CareSetup> Of(TenantScope tenant, CancellationToken stop) => (await tenant.Documents.Get(Kind, Id, stop))?.Value ?? None;

    public async Task<IReadOnlyList<CareServiceCode>> ImportedCodes(TenantScope tenant, CancellationToken stop) {
        if (Blob is null) return [];
        await using var blob = await tenant.Blobs.Open(Blob, 0, null, stop) ?? throw new IOException($"Blob {Blob} is missing.");
        return CareCodeImport.Read(blob.Content).Codes ?? throw new IOException($"Blob {Blob} is no table any more.");
    }

    public static async Task<Ok<CareSetupDetail>> Read(TenantScope tenant, CancellationToken stop) => TypedResults.Ok((await Of(tenant, stop)).Detail);

    public static async Task<Results<Ok<CareSetupDetail>, Refused>> Choose(CareChoice asked, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (asked.Name is null || asked.Value is null || CareSettingWords.With(new(), asked.Name, asked.Value) is null) return (Refused)Refusals.BadRequest;
        return await Change(s => s with { Choices = new Dictionary<string, string>(s.Choices) { [asked.Name] = asked.Value } }, new(AuditAct.CareSetupChanged, caller, asked.Name, asked.Value), tenant, stop) is { } changed
            ? TypedResults.Ok(changed.Detail) : (Refused)Refusals.ChangedMeanwhile;
    }

    /// <summary>A table that is not whole changes nothing.</summary>
    public static async Task<Results<Ok<CareCodesAnswer>, Refused>> ImportCodes(HttpRequest request, TenantScope tenant, Caller caller, CancellationToken stop) {
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, stop);
        file.Position = 0;
        var reading = CareCodeImport.Read(file);
        var findings = reading.Findings.Select(f => FindingRows.Of(f)).ToList();
        if (reading.Codes is not { } codes) return TypedResults.Ok(new CareCodesAnswer(false, 0, findings));
        file.Position = 0;
        var blob = $"care-codes/{tenant.Ids.Next()}";
        _ = await tenant.Blobs.Put(blob, file, stop) ?? throw new IOException($"Blob {blob} came twice.");
        return await Change(s => s with { Blob = blob, Codes = codes.Count, CodesAt = tenant.Now }, new(AuditAct.CareSetupChanged, caller, "codes", $"{codes.Count}"), tenant, stop) is not null
            ? TypedResults.Ok(new CareCodesAnswer(true, codes.Count, findings)) : (Refused)Refusals.ChangedMeanwhile;
    }

    private static async Task<CareSetup?> Change(Func<CareSetup, CareSetup> change, Act act, TenantScope tenant, CancellationToken stop) {
        var stored = await tenant.Documents.Get(Kind, Id, stop);
        var changed = change(stored?.Value ?? None);
        var batch = stored is null ? tenant.Batch().Create(Kind, Id, changed) : tenant.Batch().Replace(stored, changed);
        return await tenant.Commit(batch, act, stop) == CommitResult.Committed ? changed : null;
    }
}
