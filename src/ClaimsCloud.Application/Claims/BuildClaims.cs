using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Claims;

/// <summary>Asks for the claim files of a month as it is now. Building again makes new files; those made before stay as they are.</summary>
internal static class BuildClaims {
    public static async Task<Results<Accepted<ClaimBuildDetail>, Refused>> Handle(string month, string? only, TenantScope tenant, Caller caller, CancellationToken stop) {
        if (only is not (null or "" or ClaimBuild.MedicalOnly or ClaimBuild.CareOnly)) return (Refused)Refusals.BadRequest;
        if (await tenant.Month(month, stop) is not { } stored) return (Refused)Refusals.NotFound;
        if (stored.Value.State == MonthState.Importing) return (Refused)Refusals.MonthImporting;
        var buildId = tenant.Ids.Next();
        var build = new ClaimBuild(month, stored.Value.Revision, tenant.Now, caller.Id, ClaimBuildState.Running, 0, 0, 0, 0, 0, null, null, null, []) { Only = string.IsNullOrEmpty(only) ? null : only };
        var batch = tenant.Batch().Create(ClaimBuild.Kind, buildId, build).Send(new ClaimsWanted(buildId));
        if (await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException($"Id {buildId} came twice.");
        return TypedResults.Accepted($"/months/{month}/builds/{buildId}", build.Detail(buildId));
    }

    public static async Task<Results<Ok<IReadOnlyList<ClaimBuildDetail>>, Refused>> List(string month, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is null) return (Refused)Refusals.NotFound;
        var builds = await tenant.Documents.Query(ClaimBuild.NewestOf(month), stop);
        return TypedResults.Ok<IReadOnlyList<ClaimBuildDetail>>([.. builds.Items.Select(b => b.Value.Detail(b.Id))]);
    }
}
