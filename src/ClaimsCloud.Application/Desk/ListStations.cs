using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>The whole fleet at this moment: counts over all, one page of those that are asked for, the money with the fewest hours first.</summary>
internal static class ListStations {
    public static async Task<Ok<FleetView>> Handle(string? state, string? month, string? search, int? page, DeskScope desk, CancellationToken stop) {
        var (now, number) = (desk.Now, Paging.Number(page));
        var all = (await desk.Stations(stop)).Select(s => StationViews.At(s.Key, s.Value, now)).ToList();
        var found = all.Where(s => (state is null || Json.CamelCase(s.State) == state) && (month is null || Json.CamelCase(s.Month.State) == month) && Paging.Matches(search, s.Station.StationName)).ToList();
        // Confirmed money waits for nobody; then yen for each hour left, then the worse state, then the name, so that a page looks the same twice.
        var rows = found.OrderBy(s => s.Month.State == ClaimingState.Confirmed).ThenByDescending(s => s.Month.Urgency).ThenBy(s => s.State)
            .ThenBy(s => s.Station.StationName, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)
            .Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size).Select(StationViews.Row);
        return TypedResults.Ok(new FleetView(new([.. rows], found.Count, number, Paging.Size), Counts(all.Select(s => s.State)), Counts(all.Select(s => s.Month.State)),
            all.Where(s => !s.Month.IsEstimate).Sum(s => s.Month.AtRiskYen), ClaimsMonth.At(now.InJapan()), ClaimsMonth.Deadline(now.InJapan()).FromJapan(), Counts(all.SelectMany(s => s.Alerts).Select(a => a.Level))));
    }

    private static Dictionary<string, int> Counts<T>(IEnumerable<T> values) where T : struct, Enum {
        var counts = values.CountBy(v => v).ToDictionary();
        return Enum.GetValues<T>().ToDictionary(Json.CamelCase, v => counts.GetValueOrDefault(v));
    }
}
