using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Empty before the check ended. There may be a hundred thousand: a page is read by its place, a search goes through them one by one.</summary>
internal static class ListFindings {
    private static readonly string NotChecked = Verdict.NotChecked.Name();
    private static readonly string Overridden = Verdict.Overridden.Name();

    public static async Task<Results<Ok<Page<FindingRow>>, Refused>> Handle(string fileId, string? search, string? severity, int? page, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return (Refused)Refusals.NotFound;
        var number = Paging.Number(page);
        if (file.Value.Check is not { } check) return TypedResults.Ok(new Page<FindingRow>([], 0, number, Paging.Size));
        Func<FindingRow, bool>? filter = string.IsNullOrWhiteSpace(search) && string.IsNullOrEmpty(severity) ? null
            : row => IsOf(row, severity) && Paging.Matches(search, row.Code, row.Message, row.Field, row.Record, row.PatientName);
        var (items, total) = await new RowsReader<FindingRow>(tenant.Blobs, check.FindingRows).Page(filter, number, Paging.Size, stop);
        return TypedResults.Ok(new Page<FindingRow>(items, total, number, Paging.Size));
    }

    /// <summary>What was not checked, or was taken on, has no severity that anybody could act on: it is asked for by its own word.</summary>
    private static bool IsOf(FindingRow row, string? severity) => string.IsNullOrEmpty(severity)
        || (severity == NotChecked || severity == Overridden ? row.Verdict == severity : row.Severity == severity && row.Verdict == Verdict.Fail.Name());
}
