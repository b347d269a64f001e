using ClaimsCloud.Application.Identity;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>What a person of the vendor sees of the one file that a station opened to her.</summary>
internal static class GrantedViews {
    public static Task<Results<Ok<ClaimFileDetail>, Refused>> File(Grant grant, TenantScope tenant, CancellationToken stop) => ReadClaimFile.Handle(grant.FileId, tenant, stop);

    public static Task<Results<Ok<Page<FindingRow>>, Refused>> Findings(int? page, Grant grant, TenantScope tenant, CancellationToken stop) => ListFindings.Handle(grant.FileId, null, null, page, tenant, stop);
}
