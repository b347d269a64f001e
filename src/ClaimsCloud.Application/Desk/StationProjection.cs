using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Desk;

/// <summary>What the desk knows of a station: counts, versions, times, states and codes that the station's own commits sent. No patient data.</summary>
/// <param name="Connectors">By device id.</param>
/// <param name="FilesRevision">Of the count that is shown; an older one that arrives later is ignored.</param>
internal sealed record StationProjection(string StationName, IReadOnlyDictionary<string, ConnectorSeen> Connectors, int OpenFiles, long FilesRevision, IReadOnlyList<MessageParked> ParkedMessages) {
    private static readonly Dictionary<string, DateTimeOffset> Never = [];

    /// <summary>When this was written: a reader asks for what is newer than it has.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Open ones and the last that ended, by id.</summary>
    public IReadOnlyDictionary<string, JobSeen> Jobs { get; init; } = new Dictionary<string, JobSeen>();

    /// <summary>When a business job went well last, by kind.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastGood { get; init; } = Never;

    /// <summary>When a business job first failed after it went well last, by kind.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> FailingSince { get; init; } = Never;

    /// <summary>When each alarm that a connector reports now was first heard.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> AlarmsSince { get; init; } = Never;

    public MonthCounted? Month { get; init; }

    /// <summary>Written by the desk.</summary>
    public ContractRow? Contract { get; init; }

    public static readonly DocumentIndex<StationProjection> ByName = new("name", s => s.StationName);
    public static readonly DocumentIndex<StationProjection> ByChange = new("changed", s => SortKeys.Of(s.ChangedAt));
    public static readonly DocumentKind<StationProjection> Kind = new("station-projection", ByName, ByChange);
    public static readonly StationProjection Empty = new("", new Dictionary<string, ConnectorSeen>(), 0, 0, []);
}
