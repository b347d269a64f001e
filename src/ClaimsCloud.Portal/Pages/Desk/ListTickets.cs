using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>Faults by the clock of their contract, and incidents of the national side.</summary>
internal static class ListTickets {
    public static Task<IResult> Handle(string? state, int? page, Visit visit, FleetApi api, CancellationToken stop) => Page(state, page, visit, api, stop);

    public static async Task<IResult> OpenIncident(HttpRequest request, Visit visit, FleetApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        if ((await api.OpenIncident(new(form["title"].ToString(), [.. form["symptom"].OfType<string>()]), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskTickets);
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(null, null, visit, api, stop, new FormProblem("title", refusal.Title)) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> EndIncident(string incidentId, HttpRequest request, Visit visit, FleetApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        if ((await api.EndIncident(incidentId, new(form["answer"].ToString(), []), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskTickets);
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(null, null, visit, api, stop, new FormProblem("answer-" + incidentId, refusal.Title)) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(string? state, int? page, Visit visit, FleetApi api, CancellationToken stop, params FormProblem[] problems) =>
        (await api.Tickets(state, Paging.Number(page), stop)).Succeeded(out var view, out var refusal)
            ? new RazorComponentResult<TicketsPage>(new { Visit = visit, View = view, State = state, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
