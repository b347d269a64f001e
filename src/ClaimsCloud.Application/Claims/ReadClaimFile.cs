using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

internal static class ReadClaimFile {
    public static async Task<Results<Ok<ClaimFileDetail>, Refused>> Handle(string fileId, TenantScope tenant, CancellationToken stop) =>
        await tenant.Documents.Get(ClaimFile.Kind, fileId, stop) is { } file
            ? TypedResults.Ok(ClaimFileViews.Detail(fileId, file.Value, tenant.Now))
            : (Refused)Refusals.NotFound;
}
