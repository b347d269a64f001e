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
        var (states, months, levels) = (Counters<HealthState>(), Counters<ClaimingState>(), Counters<AlertLevel>());
        var (found, atRisk) = (new List<StationNow>(), 0L);
        foreach (var (id, station) in await desk.Stations(stop)) {
            var at = StationViews.At(id, station, now);
            states[Json.CamelCase(at.State)]++;
            months[Json.CamelCase(at.Month.State)]++;
            foreach (var alert in at.Alerts) levels[Json.CamelCase(alert.Level)]++;
            if (!at.Month.IsEstimate) atRisk += at.Month.AtRiskYen;
            if ((state is null || Json.CamelCase(at.State) == state) && (month is null || Json.CamelCase(at.Month.State) == month) && Paging.Matches(search, station.StationName)) found.Add(at);
        }
        found.Sort(ByUrgency);
        var rows = found.Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size).Select(StationViews.Row);
        return TypedResults.Ok(new FleetView(new([.. rows], found.Count, number, Paging.Size), states, months, atRisk, ClaimsMonth.At(now.InJapan()), ClaimsMonth.Deadline(now.InJapan()).FromJapan(), levels));
    }

    /// <summary>Confirmed money waits for nobody; then yen for each hour left, then the worse state, then the name, so that a page looks the same twice.</summary>
    private static int ByUrgency(StationNow one, StationNow other) =>
        Order((one.Month.State == ClaimingState.Confirmed).CompareTo(other.Month.State == ClaimingState.Confirmed), other.Month.Urgency.CompareTo(one.Month.Urgency), one.State.CompareTo(other.State),
            string.CompareOrdinal(one.Station.StationName, other.Station.StationName), string.CompareOrdinal(one.Id, other.Id));

    private static int Order(params ReadOnlySpan<int> comparisons) {
        foreach (var comparison in comparisons)
            if (comparison != 0) return comparison;
        return 0;
    }

    private static Dictionary<string, int> Counters<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Json.CamelCase, _ => 0);
}
