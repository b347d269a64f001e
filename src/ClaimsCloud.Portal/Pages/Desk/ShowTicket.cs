using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>One fault: whose matter it is and why, the machine's evidence, and what the desk does.</summary>
internal static class ShowTicket {
    public static async Task<IResult> Handle(string ticketId, Visit visit, FleetApi api, SupportApi support, CancellationToken stop) => await Page(ticketId, visit, api, support, stop);

    public static async Task<IResult> Move(string ticketId, HttpRequest request, Visit visit, FleetApi api, SupportApi support, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        string? Text(string field) => form[field].ToString() is { Length: > 0 } text ? text : null;
        DateTimeOffset? at = DateTime.TryParseExact(Text("appointment"), "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, TimeSpan.FromHours(9)) : null;
        var move = new TicketMove(Text("to") ?? "", Text("note"), Text("fact"), Text("answer") switch { "yes" => true, "no" => false, _ => null }, Text("owner"), at, [.. form["cites"].OfType<string>()]);
        if ((await api.MoveTicket(ticketId, move, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskTicket(ticketId));
        return refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict ? await Page(ticketId, visit, api, support, stop, new FormProblem(null, refusal.Title)) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(string ticketId, Visit visit, FleetApi api, SupportApi support, CancellationToken stop, params FormProblem[] problems) {
        if (!(await api.Ticket(ticketId, stop)).Succeeded(out var ticket, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await support.Manual(stop)).Succeeded(out var manual, out refusal)) return Problems.Page(visit, refusal);
        return new RazorComponentResult<TicketPage>(new { Visit = visit, Ticket = ticket, Manual = manual, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
