using ClaimsCloud.Application.Claims;
using ClaimsCloud.Application.Eligibility;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Support;

/// <summary>
/// Whether a text for the desk holds what may not go there: the name of a patient of the newest months or claim files, or a number as long as those on a card. A station that keeps its
/// visits in other software has its patients in the files only.
/// </summary>
internal static class PatientWords {
    private const int LongestNumber = 5;
    private const int ShortestName = 3;
    private const int FilesLookedAt = 12;

    public static async Task<bool> Are(string text, TenantScope tenant, CancellationToken stop) {
        var run = 0;
        foreach (var c in text)
            if ((run = char.IsDigit(c) ? run + 1 : 0) > LongestNumber) return true;
        var plain = Plain(text);
        foreach (var month in await tenant.NewestMonths(stop))
            foreach (var sheet in await tenant.Sheets(month.Id, stop))
                if (Named(plain, sheet.Value.Name) || Named(plain, sheet.Value.Kana)) return true;
        var files = await tenant.Documents.Query(new IndexQuery<ClaimFile>(ClaimFile.Kind, ClaimFile.ByReceipt, IndexRange.All, QueryOrder.Descending, FilesLookedAt), stop);
        foreach (var file in files.Items.Where(f => f.Value.Check is { Readable: true }))
            await foreach (var claim in new RowsReader<ClaimLine>(tenant.Blobs, file.Value.Check!.ClaimRows).All(stop))
                if (Named(plain, claim.PatientName)) return true;
        return false;
    }

    private static bool Named(string text, string? name) => name is not null && Plain(name) is { Length: >= ShortestName } plain && text.Contains(plain, StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
