using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>One station without its names, and its maintenance contract.</summary>
internal static class ShowStation {
    public static Task<IResult> Handle(string stationId, Visit visit, FleetApi api, CancellationToken stop) => Page(stationId, visit, api, stop);

    public static async Task<IResult> SetContract(string stationId, HttpRequest request, Visit visit, FleetApi api, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.DeskStation(stationId));
        var form = await request.ReadFormAsync(stop);
        int Number(string field) => int.TryParse(form[field].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var contract = new ContractRow(form["partner"].ToString().Trim(), form["line"].ToString(), form["phone"].ToString().Trim(), Number("from"), Number("to"), form["saturdays"] == "true", Number("response"), Number("repair"),
            [], Number("yen"), DateOnly.TryParseExact(form["ends"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends) ? ends : null);
        if ((await api.SetContract(stationId, contract, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskStation(stationId));
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(stationId, visit, api, stop, new FormProblem("partner", refusal.Title)) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Page(string stationId, Visit visit, FleetApi api, CancellationToken stop, params FormProblem[] problems) =>
        (await api.Station(stationId, stop)).Succeeded(out var station, out var refusal)
            ? new RazorComponentResult<StationPage>(new { Visit = visit, Station = station, Problems = problems }) { StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity }
            : Problems.Page(visit, refusal);
}
