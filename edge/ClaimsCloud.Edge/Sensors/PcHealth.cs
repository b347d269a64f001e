using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Eligibility.Exchange;

namespace ClaimsCloud.Edge.Sensors;

/// <summary>What the connector finds out about its PC, for the heartbeat: codes, numbers and dates only. It raises the alarms that follow from it.</summary>
internal sealed class PcHealth(EdgeOptions options, EdgeSettings settings, Ledger ledger, Disk disk, DiskWatch watch, Boot boot, Alarms alarms) {
    private const int HexDigits = 16;
    private static readonly string[] OqsConfigNames = ["encrypt.conf", "encrypt_face.conf"];
    private const string AcceptedSettings = "settings";
    /// <summary>Renewing a certificate takes weeks: application, letter, download.</summary>
    private const int CertificateNotice = 120;
    private const int SystemNotice = 180;

    private readonly Dictionary<string, long> _since = new(StringComparer.Ordinal);
    private (EdgeHealth? Health, long At) _told;

    /// <summary>Null when nothing of weight changed since the cloud heard it last, and that is not long ago.</summary>
    public EdgeHealth? ForHeartbeat(DateOnly today) {
        var now = Look(today);
        return now == _told.Health && options.Time.GetElapsedTime(_told.At) < TimeSpan.FromHours(1) ? null : now;
    }

    public void Told(EdgeHealth? health) {
        if (health is not null) _told = (health, options.Time.GetTimestamp());
    }

    public EdgeHealth Look(DateOnly today) {
        var health = new EdgeHealth(boot.Cause, OsSupport.Name, OsSupport.Ends, settings.CertificateEnds, settings.CareCertificateEnds,
            // Coarse, or every heartbeat would be news.
            watch.Free == long.MaxValue ? 0 : (watch.Free >> 20) / 256 * 256, OldestMinutes() / 10 * 10, disk.Locks, Fingerprint());
        RaiseEnd("certificate", settings.CertificateEnds, CertificateNotice, today);
        RaiseEnd("care-certificate", settings.CareCertificateEnds, CertificateNotice, today);
        RaiseEnd("os", health.OsEnds, SystemNotice, today);
        alarms.Set("settings-changed", Drifted(health.Settings));
        return health;
    }

    /// <summary>The settings that are there now are meant so.</summary>
    public static void Accept(Ledger ledger) => ledger.Note(AcceptedSettings, null);

    private void RaiseEnd(string what, DateOnly? last, int notice, DateOnly today) {
        alarms.Set($"{what}-ending", last is { } day && today <= day && day.DayNumber - today.DayNumber <= notice);
        alarms.Set($"{what}-ended", today > last);
    }

    private bool Drifted(string fingerprint) {
        if (ledger.Note(AcceptedSettings) is { } accepted) return accepted != fingerprint;
        ledger.Note(AcceptedSettings, fingerprint);
        return false;
    }

    /// <summary>What decides whether files get through: our settings, the account, the proxy.</summary>
    private string Fingerprint() {
        string?[] all = [JsonSerializer.Serialize(settings with { CertificateEnds = null, CareCertificateEnds = null }), Environment.UserName,
            Environment.GetEnvironmentVariable("HTTPS_PROXY"), Environment.GetEnvironmentVariable("HTTP_PROXY"), Environment.GetEnvironmentVariable("NO_PROXY"), .. OqsConfigs()];
        var parts = string.Join('\n', all);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..HexDigits];
    }

    /// <summary>Whether the terminal encrypts what it exchanges. Its checksum alone: nothing of the file leaves the site.</summary>
    private IEnumerable<string> OqsConfigs() => settings.OqsConfig is not { } folder ? []
        : OqsConfigNames.Select(name => Path.Combine(folder, name)).Select(path => File.Exists(path) ? ConfigFingerprint.Of(File.ReadAllBytes(path)) : "");

    private int OldestMinutes() {
        var waiting = ledger.OpenJobs().Select(j => j.Id).Concat(ledger.OpenFiles().Select(f => f.Key)).Concat(ledger.OpenEvents().Select(e => e.Event.EventKey)).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _since.Keys.Where(k => !waiting.Contains(k)).ToList()) _since.Remove(gone);
        foreach (var id in waiting) _since.TryAdd(id, options.Time.GetTimestamp());
        return _since.Count == 0 ? 0 : (int)options.Time.GetElapsedTime(_since.Values.Min()).TotalMinutes;
    }
}
