using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

internal static class ListClaims {
    public static async Task<Results<Ok<Page<ClaimRow>>, Refused>> Handle(string fileId, string? search, int? page, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is not { } file) return (Refused)Refusals.NotFound;
        var number = Paging.Number(page);
        if (file.Value.Check is not { } check) return TypedResults.Ok(new Page<ClaimRow>([], 0, number, Paging.Size));
        Func<ClaimLine, bool>? filter = string.IsNullOrWhiteSpace(search) ? null : line => Paging.Matches(search, line.PatientName, line.PayerMessage);
        var (items, total) = await new RowsReader<ClaimLine>(tenant.Blobs, check.ClaimRows).Page(filter, number, Paging.Size, stop);
        return TypedResults.Ok(new Page<ClaimRow>([.. items.Select(line => line.Row)], total, number, Paging.Size));
    }
}
