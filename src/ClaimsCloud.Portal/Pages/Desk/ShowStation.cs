using System.Globalization;
using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Api;
using ClaimsCloud.Portal.Components;
using ClaimsCloud.Portal.Pages.Entry;
using ClaimsCloud.Portal.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Portal.Pages.Desk;

/// <summary>One station as its projections tell, what it opened to the visitor, and its maintenance contract.</summary>
internal static class ShowStation {
    public static Task<IResult> Handle(string stationId, Visit visit, FleetApi api, IdentityApi identity, CancellationToken stop) => Page(stationId, visit, api, identity, stop);

    public static async Task<IResult> SetContract(string stationId, HttpRequest request, Visit visit, FleetApi api, IdentityApi identity, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.DeskStation(stationId));
        var form = await request.ReadFormAsync(stop);
        int Number(string field) => int.TryParse(form[field].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var contract = new ContractRow(form["partner"].ToString().Trim(), form["line"].ToString(), form["phone"].ToString().Trim(), Number("from"), Number("to"), form["saturdays"] == "true", Number("response"), Number("repair"),
            [], Number("yen"), DateOnly.TryParseExact(form["ends"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends) ? ends : null);
        if ((await api.SetContract(stationId, contract, stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskStation(stationId));
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(stationId, visit, api, identity, stop, new FormProblem("partner", refusal.Title)) : Problems.Page(visit, refusal);
    }

    public static async Task<IResult> Switch(string stationId, HttpRequest request, Visit visit, FleetApi api, IdentityApi identity, CancellationToken stop) {
        if (!request.HasFormContentType) return TypedResults.LocalRedirect(Links.DeskStation(stationId));
        var form = await request.ReadFormAsync(stop);
        Feature? feature = Enum.TryParse<Feature>(form["feature"].ToString(), out var named) ? named : null;
        if ((await api.Switch(stationId, new(feature, form["on"] == "true", form[$"why-{feature}"].ToString()), stop)).Succeeded(out _, out var refusal)) return TypedResults.LocalRedirect(Links.DeskStation(stationId));
        return refusal.Status == StatusCodes.Status400BadRequest ? await Page(stationId, visit, api, identity, stop, new FormProblem($"why-{feature}", refusal.Title)) : Problems.Page(visit, refusal);
    }

    private static async Task<IResult> Page(string stationId, Visit visit, FleetApi api, IdentityApi identity, CancellationToken stop, params FormProblem[] problems) {
        if (!(await api.Station(stationId, stop)).Succeeded(out var station, out var refusal)) return Problems.Page(visit, refusal);
        if (!(await identity.MyGrants(stop)).Succeeded(out var grants, out refusal)) return Problems.Page(visit, refusal);
        // A station that the desk only knows by name has none.
        if (!(await api.Features(stationId, stop)).Succeeded(out var features, out refusal) && refusal.Status != StatusCodes.Status404NotFound) return Problems.Page(visit, refusal);
        return new RazorComponentResult<StationPage>(new { Visit = visit, Station = station, Features = (IReadOnlyList<FeatureRow>)(features ?? []), Granted = grants.Where(g => g.StationId == stationId).ToList(), Problems = problems }) {
            StatusCode = problems.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
