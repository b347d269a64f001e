using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>One patient's card check in a month: differences, forecast, history.</summary>
internal static class ReadPerson {
    public static async Task<Results<Ok<EligibilityDetail>, Refused>> Handle(string personId, string? month, TenantScope tenant, CancellationToken stop) =>
        await Detail(personId, month, tenant, stop) is { } detail ? TypedResults.Ok(detail) : (Refused)Refusals.NotFound;

    /// <param name="month">Null: the newest month that has the patient.</param>
    public static async Task<EligibilityDetail?> Detail(string personId, string? month, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Documents.Get(EligibilityPerson.Kind, personId, stop) is not { } person) return null;
        foreach (var candidate in await tenant.NewestMonths(stop)) {
            if ((month is not null && candidate.Id != month) || await tenant.Sheet(candidate.Id, person.Value.Patient, stop) is not { } sheet) continue;
            return PersonViews.Detail(PersonViews.Of(sheet.Value, person.Value, await tenant.OpenAsks(stop), tenant), sheet.Value, person.Value, candidate.Value);
        }
        return null;
    }
}
