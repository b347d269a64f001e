using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk;

/// <summary>What is wrong now, highest rung of the ladder first, and what the last mornings were told.</summary>
internal static class ListAlerts {
    private const int DigestsShown = 7;

    public static async Task<Ok<AlertView>> Handle(string? level, int? page, PlatformScope platform, DeskScope desk, CancellationToken stop) {
        var (now, number) = (desk.Now, Paging.Number(page));
        var alerts = (await desk.Stations(stop)).Select(s => StationViews.At(s.Key, s.Value, now)).SelectMany(s => s.Alerts, (s, a) => (s.Id, s.Station.StationName, Alert: a)).ToList();
        var found = alerts.Where(a => level is null || Json.CamelCase(a.Alert.Level) == level).OrderByDescending(a => a.Alert.Level).ThenBy(a => a.Alert.Since).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        var rows = found.Skip((int)Math.Min((number - 1L) * Paging.Size, int.MaxValue)).Take(Paging.Size).Select(a => StationViews.Alert(a.Id, a.StationName, a.Alert));
        var levels = Enum.GetValues<AlertLevel>().ToDictionary(Json.CamelCase, l => alerts.Count(a => a.Alert.Level == l));
        var digests = await platform.Documents.Query(new IndexQuery<Digest>(Digest.Kind, Digest.ByDay, IndexRange.All, QueryOrder.Descending, DigestsShown), stop);
        return TypedResults.Ok(new AlertView(new([.. rows], found.Count, number, Paging.Size), levels, [.. digests.Items.Select(d => d.Value.Row)]));
    }

    /// <summary>At 8:00 in Japan. What was never in a digest or on a list is not called over either.</summary>
    public static async Task WriteDigest(PlatformScope platform, CancellationToken stop) {
        var (now, day) = (platform.Now, platform.Now.InJapan().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (await platform.Documents.Get(Digest.Kind, day, stop) is not null) return;
        var yesterday = now.AddDays(-1);
        var (kinds, fresh, ended) = (new SortedDictionary<string, int>(StringComparer.Ordinal), 0, 0);
        await foreach (var station in platform.Documents.All(StationProjection.Kind, StationProjection.ByName, IndexRange.All, stop))
            foreach (var alert in StationViews.At(station.Id, station.Value, now).Alerts) {
                kinds[Json.CamelCase(alert.Kind)] = kinds.GetValueOrDefault(Json.CamelCase(alert.Kind)) + 1;
                if (alert.Since.FromJapan() > yesterday) fresh++;
            }
        await foreach (var history in platform.Documents.All(StationHistory.Kind, StationHistory.All, IndexRange.All, stop))
            ended += history.Value.Entries.TakeWhile(e => e.At > yesterday).Count(e => e.What.StartsWith("ended:", StringComparison.Ordinal));
        await platform.Commit(platform.Batch().Create(Digest.Kind, day, new(new(day, kinds.Values.Sum(), fresh, ended, kinds))), stop);
    }

    private sealed record Digest(DigestRow Row) {
        public static readonly DocumentIndex<Digest> ByDay = new("day", d => d.Row.Day);
        public static readonly DocumentKind<Digest> Kind = new("desk-digest", ByDay);
    }
}
