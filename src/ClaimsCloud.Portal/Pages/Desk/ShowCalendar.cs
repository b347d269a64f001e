using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>Certificates by month, renewals under way, duty dates.</summary>
internal static class ShowCalendar {
    public static async Task<IResult> Handle(Visit visit, FleetApi api, CancellationToken stop) =>
        (await api.Calendar(stop)).Succeeded(out var view, out var refusal) ? new RazorComponentResult<CalendarPage>(new { Visit = visit, View = view }) : Problems.Page(visit, refusal);

    public static async Task<IResult> MoveRenewal(string renewalId, HttpRequest request, Visit visit, FleetApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        return (await api.MoveRenewal(renewalId, form["to"].ToString(), stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.DeskCalendar + "#renewals") : Problems.Page(visit, refusal);
    }
}
