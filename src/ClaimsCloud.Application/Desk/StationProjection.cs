using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Desk;

/// <summary>What the desk knows of a station: counts, versions, times and codes that the station's own commits sent. No patient data.</summary>
/// <param name="Connectors">By device id.</param>
/// <param name="FilesRevision">Of the count that is shown; an older one that arrives later is ignored.</param>
internal sealed record StationProjection(string StationName, IReadOnlyDictionary<string, ConnectorSeen> Connectors, int OpenFiles, long FilesRevision, IReadOnlyList<MessageParked> ParkedMessages) {
    public static readonly DocumentIndex<StationProjection> ByName = new("name", s => s.StationName);
    public static readonly DocumentKind<StationProjection> Kind = new("station-projection", ByName);
    public static readonly StationProjection Empty = new("", new Dictionary<string, ConnectorSeen>(), 0, 0, []);
}
