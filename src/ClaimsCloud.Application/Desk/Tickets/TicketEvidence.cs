using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk.Tickets;

/// <summary>What the machines know of a station when a ticket is opened: facts for the triage tree, and the same as rows that an answer can cite. Ids, states and numbers only.</summary>
internal static class TicketEvidence {
    private const int JobsShown = 6;
    private static readonly string[] PcAlarms = ["disk-full", "clock-skew", "storage-failing", "settings-changed", "content-damaged"];

    public static IReadOnlyDictionary<string, bool?> Facts(StationNow at) => new Dictionary<string, bool?>(StringComparer.Ordinal) {
        ["message-parked"] = at.Station.ParkedMessages.Count > 0,
        ["connector-silent"] = at.State is HealthState.Silent or HealthState.Off or HealthState.NotConnected,
        ["usually-off"] = at.State switch { HealthState.Off => true, HealthState.Silent when at.Signs.OnHours is not null => false, _ => null },
        ["certificate-ended"] = Has(at, "certificate-ended") || Has(at, "care-certificate-ended"),
        ["folder-missing"] = at.Station.AlarmsSince.Keys.Any(a => a.StartsWith("folder-missing", StringComparison.Ordinal) || a == "care-folder-missing"),
        ["pc-alarm"] = PcAlarms.Any(a => Has(at, a)),
        ["eligibility-failing"] = at.Station.FailingSince.ContainsKey(Json.CamelCase(JobKind.Eligibility)),
    };

    public static IReadOnlyList<EvidenceRow> Rows(StationNow at) => [
        .. at.Station.Connectors.Values.Select(c => new EvidenceRow($"heartbeat:{c.DeviceId}", "連携端末の最後の連絡", Heartbeat(c), c.At)),
        .. at.Station.AlarmsSince.Select(a => new EvidenceRow($"alarm:{a.Key}", "連携端末の警告", a.Key, a.Value)),
        .. at.Station.ParkedMessages.Select(m => new EvidenceRow($"parked:{m.MessageId}", "止まっている処理", m.Message, m.At)),
        .. StationViews.Certificates(at.Id, at.Station).Select(c => new EvidenceRow($"certificate:{Json.CamelCase(c.Kind)}", CertificateRule.Of(c.Kind).Title, c.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)),
        .. at.Station.Jobs.Values.OrderByDescending(j => j.At).Take(JobsShown).Select(j => new EvidenceRow($"job:{j.JobId}", "端末への仕事", $"{Json.CamelCase(j.Kind)} {j.State}", j.At)),
    ];

    /// <summary>Whether most stations of the same partner are silent too; null while too few have it to say.</summary>
    public static bool? PartnerSilent(string stationId, IReadOnlyList<KeyValuePair<string, StationProjection>> fleet, DateTimeOffset now) {
        const int fewest = 3;
        if (fleet.FirstOrDefault(s => s.Key == stationId).Value?.Contract?.Partner is not { } partner) return null;
        var others = fleet.Where(s => s.Key != stationId && s.Value.Contract?.Partner == partner).Select(s => StationViews.At(s.Key, s.Value, now).State).Where(s => s is not HealthState.NotConnected and not HealthState.Off).ToList();
        return others.Count < fewest ? null : others.Count(s => s == HealthState.Silent) * 2 > others.Count;
    }

    private static bool Has(StationNow at, string alarm) => at.Station.AlarmsSince.ContainsKey(alarm);

    private static string Heartbeat(ConnectorSeen c) => string.Create(CultureInfo.InvariantCulture, $"版 {c.Version ?? "—"}、待ち {c.QueueLength ?? 0}件、時計のずれ {(c.SkewMilliseconds ?? 0) / 1000}秒、最古 {c.Health?.OldestMinutes ?? 0}分");
}
