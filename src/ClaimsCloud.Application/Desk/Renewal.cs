using System.Globalization;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk;

internal enum RenewalState { Open, Applied, Received, Done }

/// <summary>The job to renew one certificate. It is at its end when the connector reports a later end.</summary>
internal sealed record Renewal(string StationId, string StationName, CertificateKind Kind, DateOnly Ends, DateOnly OpenedOn, RenewalState State) {
    public static readonly DocumentIndex<Renewal> ByEnd = new("ends", r => r.State == RenewalState.Done ? null : r.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    public static readonly DocumentIndex<Renewal> ByStation = new("station", r => r.StationId);
    public static readonly DocumentKind<Renewal> DocumentKind = new("renewal", ByEnd, ByStation);

    public static string IdOf(KnownCertificate certificate) => $"{certificate.StationId}.{Json.CamelCase(certificate.Kind)}.{certificate.Ends:yyyyMMdd}";

    public RenewalRow Row(string id) => new(id, StationId, StationName, Json.CamelCase(Kind), Ends, OpenedOn, new KnownCertificate(StationId, Kind, Ends).ChangeBy, Json.CamelCase(State));
}

/// <summary>Opens and closes renewals in one round of the watch.</summary>
internal sealed class RenewalWatch {
    private readonly PlatformScope platform;
    private readonly ILookup<string, Stored<Renewal>> open;
    private readonly DateOnly today;

    private RenewalWatch(PlatformScope platform, ILookup<string, Stored<Renewal>> open) => (this.platform, this.open, today) = (platform, open, DateOnly.FromDateTime(platform.Now.InJapan()));

    public static async Task<RenewalWatch> Begin(PlatformScope platform, CancellationToken stop) {
        var notDone = new List<Stored<Renewal>>();
        await foreach (var renewal in platform.Documents.All(Renewal.DocumentKind, Renewal.ByEnd, IndexRange.All, stop)) notDone.Add(renewal);
        return new(platform, notDone.ToLookup(r => r.Value.StationId, StringComparer.Ordinal));
    }

    public async Task Look(StationNow at, CancellationToken stop) {
        foreach (var certificate in StationViews.Certificates(at.Id, at.Station)) {
            foreach (var older in open[at.Id].Where(r => r.Value.Kind == certificate.Kind && r.Value.Ends < certificate.Ends))
                await platform.Commit(platform.Batch().Replace(older, older.Value with { State = RenewalState.Done }), stop);
            // What becomes known inside the billing days waits for the 13th.
            if (certificate.RenewalOpens > today || BillingDays.Contains(today) || open[at.Id].Any(r => r.Value.Kind == certificate.Kind && r.Value.Ends == certificate.Ends)) continue;
            var id = Renewal.IdOf(certificate);
            // One that a person closed stays closed.
            if (await platform.Documents.Get(Renewal.DocumentKind, id, stop) is null)
                await platform.Commit(platform.Batch().Create(Renewal.DocumentKind, id, new Renewal(at.Id, at.Station.StationName, certificate.Kind, certificate.Ends, today, RenewalState.Open)), stop);
        }
    }
}
