using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Privacy;

/// <summary>Patients of all months by a part of name, kana or key.</summary>
internal static class FindPatients {
    private const int Shown = 50, ShortestSearch = 2;

    public static async Task<Results<Ok<KnownPatient[]>, Refused>> Handle(string? search, TenantScope tenant, CancellationToken stop) =>
        search?.Trim() is { Length: >= ShortestSearch } ? TypedResults.Ok((await All(s => Paging.Matches(search, s.Name, s.Kana, s.Patient), tenant, stop)).Take(Shown).ToArray()) : (Refused)Refusals.BadRequest;

    public static async Task<KnownPatient?> ByKey(string patient, TenantScope tenant, CancellationToken stop) {
        KnownPatient? known = null;
        await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, stop))
            if (await tenant.Sheet(month.Id, patient, stop) is { Value: { IsStation: false } sheet }) known = new(patient, sheet.Name, sheet.Kana, known?.FirstMonth ?? month.Id, month.Id);
        return known;
    }

    private static async Task<IEnumerable<KnownPatient>> All(Func<Sheet, bool> search, TenantScope tenant, CancellationToken stop) {
        var found = new Dictionary<string, KnownPatient>(StringComparer.Ordinal);
        await foreach (var month in tenant.Documents.All(CareMonth.Kind, CareMonth.ByMonth, IndexRange.All, stop))
            foreach (var sheet in (await tenant.Sheets(month.Id, stop)).Select(s => s.Value).Where(s => !s.IsStation && search(s)))
                found[sheet.Patient] = new(sheet.Patient, sheet.Name, sheet.Kana, found.GetValueOrDefault(sheet.Patient)?.FirstMonth ?? month.Id, month.Id);
        return found.Values.OrderBy(p => p.Kana ?? p.Name, StringComparer.Ordinal);
    }
}
