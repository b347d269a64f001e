using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>Certificates by month, renewals under way, duty dates.</summary>
internal static class ShowCalendar {
    /// <summary>Rows of the form for duty dates beyond those that are there.</summary>
    public const int NewRows = 2;

    public static Task<IResult> Handle(Visit visit, FleetApi api, CancellationToken stop) => Page(visit, api, stop);

    public static async Task<IResult> MoveRenewal(string renewalId, HttpRequest request, Visit visit, FleetApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        return (await api.MoveRenewal(renewalId, form["to"].ToString(), stop)).Succeeded(out _, out var refusal) ? TypedResults.LocalRedirect(Links.DeskCalendar + "#renewals") : Problems.Page(visit, refusal);
    }

    /// <summary>A row whose name was emptied is taken out.</summary>
    public static async Task<IResult> SetDuties(HttpRequest request, Visit visit, FleetApi api, CancellationToken stop) {
        var form = await request.ReadFormAsync(stop);
        var duties = new List<DutyRow>();
        for (var n = 0; n < form["title"].Count; n++) {
            var title = form["title"][n]?.Trim() ?? "";
            if (title.Length == 0) continue;
            if (!DateOnly.TryParseExact(form["date"].ElementAtOrDefault(n), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return await Page(visit, api, stop, new FormProblem($"date-{n}", "日付を入れてください。"));
            duties.Add(new(form["code"].ElementAtOrDefault(n) is { Length: > 0 } code ? code : $"own-{date:yyyyMMdd}-{n}", title, date, form["proof"].ElementAtOrDefault(n) ?? ""));
        }
        if ((await api.SetDuties(duties, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskCalendar + "#duties");
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(visit, api, stop, new FormProblem(null, refusal.Title)) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(Visit visit, FleetApi api, CancellationToken stop, params FormProblem[] problems) =>
        (await api.Calendar(stop)).Succeeded(out var view, out var refusal)
            ? new RazorComponentResult<CalendarPage>(new { Visit = visit, View = view, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
