using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk;

/// <summary>States and alerts of a station as they changed. The console computes what is now; this remembers what was, in steps of the watch.</summary>
/// <param name="Alerts">Those that are on, by kind and subject, with the level that they reached.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record StationHistory(string StationId, string State, IReadOnlyDictionary<string, string> Alerts, IReadOnlyList<StateChange> Entries) {
    private const int EntriesKept = 100;

    public static readonly DocumentIndex<StationHistory> All = new("all", h => h.StationId);
    public static readonly DocumentKind<StationHistory> Kind = new("station-history", All);

    public static StationHistory New(string stationId) => new(stationId, "", new Dictionary<string, string>(), []);

    /// <summary>This same one when nothing changed.</summary>
    public StationHistory After(StationNow at, DateTimeOffset now) {
        var (state, alerts) = (Json.CamelCase(at.State), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var alert in at.Alerts) alerts[Key(alert)] = Json.CamelCase(alert.Level);
        var changes = new List<StateChange>();
        if (state != State) changes.Add(new(now, $"state:{state}"));
        foreach (var (key, level) in alerts)
            if (Alerts.GetValueOrDefault(key) != level) changes.Add(new(now, $"alert:{key}:{level}"));
        foreach (var key in Alerts.Keys.Where(key => !alerts.ContainsKey(key))) changes.Add(new(now, $"ended:{key}"));
        return changes.Count == 0 ? this : this with { State = state, Alerts = alerts, Entries = [.. changes.Concat(Entries).Take(EntriesKept)] };
    }

    private static string Key(StationAlert alert) => alert.Subject is { } subject ? $"{Json.CamelCase(alert.Kind)}.{subject}" : Json.CamelCase(alert.Kind);
}
