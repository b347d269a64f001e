using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Eligibility;

/// <summary>Patients of a month with the state of their card check, and the way to ask for everybody.</summary>
internal static class ShowPeople {
    /// <summary>The newest month.</summary>
    public static async Task<IResult> Current(Visit visit, MonthsApi months, CancellationToken stop) =>
        !(await months.Months(stop)).Succeeded(out var all, out var refusal) ? Problems.Page(visit, refusal)
        : all.Length > 0 ? TypedResults.LocalRedirect(Links.EligibilityOf(all[0].Month)) : new RazorComponentResult<NoMonthPage>(new { Visit = visit });

    public static async Task<IResult> Handle(string month, string? search, int? page, Visit visit, EligibilityApi api, CancellationToken stop) {
        if (!(await api.People(month, search, Paging.Number(page), stop)).Succeeded(out var people, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await api.Files(stop)).Succeeded(out var files, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<PeoplePage>(new { Visit = visit, Month = month, People = people, Files = files, Search = search });
    }

    /// <summary>Without a patient: everybody who is due.</summary>
    public static async Task<IResult> Ask(string month, HttpRequest request, Visit visit, EligibilityApi api, CancellationToken stop) {
        var patient = request.HasFormContentType ? (await request.ReadFormAsync(stop))["patient"].ToString() : "";
        return (await api.Ask(month, patient.Length == 0 ? null : patient, stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.EligibilityOf(month)) : Problems.Page(visit, refusal);
    }
}
