using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>What is wrong now by rung of the ladder, and the lists of the last mornings.</summary>
internal static class ListAlerts {
    public static async Task<IResult> Handle(string? level, int? page, Visit visit, FleetApi api, CancellationToken stop) =>
        (await api.Alerts(level, Paging.Number(page), stop)).Succeeded(out var view, out var refusal)
            ? new RazorComponentResult<AlertsPage>(new { Visit = visit, View = view, Level = level }) : Problems.Page(visit, refusal);
}
