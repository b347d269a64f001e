using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

internal static class ListStations {
    public static async Task<Ok<Page<DeskStationRow>>> Handle(string? search, int? page, DeskScope desk, CancellationToken stop) {
        var number = Paging.Number(page);
        var found = (await desk.Stations(stop)).Where(s => Paging.Matches(search, s.Station.StationName)).ToList();
        var rows = found.Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size).Select(s => Row(s.StationId, s.Station));
        return TypedResults.Ok(new Page<DeskStationRow>([.. rows], found.Count, number, Paging.Size));
    }

    private static DeskStationRow Row(string stationId, StationProjection station) {
        var newest = station.Connectors.Values.MaxBy(c => c.At);
        string[] parked = station.ParkedMessages.Count > 0 ? ["message-parked"] : [];
        return new(stationId, station.StationName, station.Connectors.Count, newest?.At, newest?.Version, station.OpenFiles,
            [.. station.Connectors.Values.SelectMany(c => c.Alarms).Concat(parked).Distinct()]) { OnHours = newest?.OnHours };
    }
}
