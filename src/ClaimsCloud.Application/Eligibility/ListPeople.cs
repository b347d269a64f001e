using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>Patients of a month with the state of their card check; those that need a person first.</summary>
internal static class ListPeople {
    public static async Task<Results<Ok<Page<EligibilityRow>>, Refused>> Handle(string month, string? search, int? page, TenantScope tenant, CancellationToken stop) {
        if (await tenant.Month(month, stop) is null) return (Refused)Refusals.NotFound;
        var (people, open) = (await tenant.EligibilityPeople(stop), await tenant.OpenAsks(stop));
        var rows = (await tenant.Sheets(month, stop)).Where(s => !s.Value.IsStation)
            .Select(s => PersonViews.Of(s.Value, people.GetValueOrDefault(EligibilityPerson.IdOf(s.Value.Patient, tenant))?.Value, open, tenant).Row).OrderBy(r => Urgency(r.State));
        return TypedResults.Ok(MonthPages.Of(rows, search, page, r => [r.Name, r.Kana, r.Patient]));
    }

    private static int Urgency(EligibilityState state) => state switch {
        EligibilityState.Differs or EligibilityState.Several or EligibilityState.Invalid => 0,
        EligibilityState.NotFound or EligibilityState.CannotAsk or EligibilityState.NoAnswer => 1,
        EligibilityState.NotAsked => 2,
        EligibilityState.Asked => 3,
        _ => 4,
    };
}
