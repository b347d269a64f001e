using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk;

/// <summary>A station at one moment: what its projection comes to.</summary>
internal sealed record StationNow(string Id, StationProjection Station, StationSigns Signs, HealthState State, MonthStanding Month, IReadOnlyList<StationAlert> Alerts) {
    public AlertLevel? Level => Alerts.Count == 0 ? null : Alerts.Max(a => a.Level);
}

internal static class StationViews {
    private const string Drift = "settings-changed";

    public static StationNow At(string id, StationProjection station, DateTimeOffset now) {
        var today = now.InJapan();
        var newest = station.Connectors.Values.MaxBy(c => c.At);
        var signs = new StationSigns(newest?.At.InJapan(), newest?.OnHours, [.. station.AlarmsSince.Keys]);
        var facts = new AlertFacts(signs, station.AlarmsSince.ToDictionary(a => a.Key, a => a.Value.InJapan()), Oldest(station.ParkedMessages.Select(m => m.At)), Waiting(station, JobKind.ClaimFile),
            Waiting(station, JobKind.CareClaimFile), station.FailingSince.TryGetValue(Json.CamelCase(JobKind.Eligibility), out var failing) ? failing.InJapan() : null,
            station.Connectors.Values.Max(c => (int?)c.Health?.OldestMinutes) ?? 0, station.Month?.Money, Certificates(id, station));
        return new(id, station, signs, signs.StateAt(today), ClaimsMonth.Standing(station.Month?.Money, today), StationAlerts.At(facts, today));
    }

    /// <summary>The latest end of each kind: a new certificate stands beside the old one for a while.</summary>
    public static IReadOnlyList<KnownCertificate> Certificates(string id, StationProjection station) {
        var known = new List<KnownCertificate>(2);
        if (station.Connectors.Values.Max(c => c.Health?.CertificateEnds) is { } claims) known.Add(new(id, CertificateKind.Claims, claims));
        if (station.Connectors.Values.Max(c => c.Health?.CareCertificateEnds) is { } care) known.Add(new(id, CertificateKind.Care, care));
        return known;
    }

    public static FleetRow Row(StationNow at) {
        var newest = at.Station.Connectors.Values.MaxBy(c => c.At);
        string[] parked = at.Station.ParkedMessages.Count > 0 ? ["message-parked"] : [];
        return new(at.Id, at.Station.StationName, Json.CamelCase(at.State), newest?.At, at.Station.LastGood, OldestUnacknowledged(at.Station), at.Station.Connectors.Count, newest?.Version, newest?.Program?.Ring,
            at.Station.AlarmsSince.ContainsKey(Drift), at.Station.OpenFiles, new(Json.CamelCase(at.Month.State), at.Month.AtRiskYen, at.Month.IsEstimate, at.Month.HoursLeft, at.Month.Missed),
            [.. at.Station.AlarmsSince.Keys.Concat(parked)], at.Level is { } level ? Json.CamelCase(level) : null);
    }

    public static AlertRow Alert(string id, string name, StationAlert a) => new(id, name, Json.CamelCase(a.Kind), Json.CamelCase(a.Level), a.Since.FromJapan(), a.Subject);

    public static ClaimRates Rates(ClaimCounts? counts) => counts is null ? new(0, null, null, null) : new(counts.Answered, counts.CleanRate, counts.FirstPassRate, counts.ReturnRate);

    private static DateTimeOffset? OldestUnacknowledged(StationProjection station) =>
        station.Jobs.Values.Where(j => StationSteps.IsOpen(j) && j.Kind != JobKind.Eligibility).Min(j => (DateTimeOffset?)j.CreatedAt);

    private static DateTime? Waiting(StationProjection station, JobKind kind) => Oldest(station.Jobs.Values.Where(j => StationSteps.IsOpen(j) && j.Kind == kind).Select(j => j.CreatedAt));

    private static DateTime? Oldest(IEnumerable<DateTimeOffset> times) => times.Min(t => (DateTimeOffset?)t)?.InJapan();
}
