using ClaimsCloud.Application.Months;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Eligibility;

/// <summary>A day's visits for the nurse on the way: whose consent is missing, what was answered.</summary>
internal static class ListVisits {
    public static async Task<Results<Ok<VisitDay>, Refused>> Handle(string? day, TenantScope tenant, CancellationToken stop) {
        var date = tenant.Today();
        if (!string.IsNullOrEmpty(day) && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out date)) return (Refused)Refusals.BadRequest;
        var month = $"{date:yyyyMM}";
        var url = (await tenant.EligibilityStation(stop))?.Value.Rules.ReceptionUrl;
        if (await tenant.Month(month, stop) is null) return TypedResults.Ok(new VisitDay(date, url, []));
        var (people, open) = (await tenant.EligibilityPeople(stop), await tenant.OpenAsks(stop));
        var visits = from sheet in await tenant.Sheets(month, stop)
                     where !sheet.Value.IsStation
                     from visit in sheet.Value.VisitsOf(month)
                     where visit.Cells["date"] == $"{date:yyyy-MM-dd}"
                     let person = people.GetValueOrDefault(EligibilityPerson.IdOf(sheet.Value.Patient, tenant))?.Value
                     let row = PersonViews.Of(sheet.Value, person, open, tenant).Row
                     orderby visit.Cells.GetValueOrDefault("start"), row.Name
                     select new VisitRow(row.PersonId, row.Patient, row.Name, visit.Cells.GetValueOrDefault("start") ?? "", person?.ConsentAt is null, row.State, row.ConfirmedFor);
        return TypedResults.Ok(new VisitDay(date, url, [.. visits.DistinctBy(v => (v.Patient, v.Start))]));
    }
}
