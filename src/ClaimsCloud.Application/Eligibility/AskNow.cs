using ClaimsCloud.Application.EdgeLink;
using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A person asks: for one patient whatever was answered before, or for everybody who is due.</summary>
internal static class AskNow {
    public static async Task<Results<Ok<AskOutcome>, Refused>> Handle(AskWish wish, TenantScope tenant, JobBell bell, CancellationToken stop) {
        if (await tenant.Month(wish.Month ?? "", stop) is null) return (Refused)Refusals.NotFound;
        if (wish.Patient is { } patient && await tenant.Sheet(wish.Month!, patient, stop) is null) return (Refused)Refusals.NotFound;
        if (!(await AskPeople.Run(wish.Month!, wish.Patient, tenant, stop)).Succeeded(out var outcome, out var refusal)) return (Refused)refusal;
        bell.Ring(tenant.Id);
        return TypedResults.Ok(outcome);
    }
}
