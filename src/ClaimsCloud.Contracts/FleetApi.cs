namespace ClaimsCloud.Contracts;

// What the vendor's desk sees of all stations: numbers, states, times, codes. No patient data.

public static class FleetRoutes {
    /// <summary>GET with <c>?state=&amp;month=&amp;search=&amp;page=</c>: a <see cref="FleetView"/>, most urgent first.</summary>
    public const string Stations = "desk/stations";
    /// <summary>GET: a <see cref="FleetStation"/>.</summary>
    public const string Station = "desk/stations/{stationId}";
    /// <summary>POST a <see cref="ContractRow"/>: the maintenance contract; the answer is a <see cref="FleetStation"/>.</summary>
    public const string Contract = "desk/stations/{stationId}/contract";
    /// <summary>GET: a <see cref="CalendarView"/>.</summary>
    public const string Calendar = "desk/calendar";
    /// <summary>POST a <see cref="RenewalMove"/>; the answer is a <see cref="RenewalRow"/>.</summary>
    public const string Renewal = "desk/renewals/{renewalId}";
    /// <summary>GET with <c>?level=&amp;page=</c>: an <see cref="AlertView"/>.</summary>
    public const string Alerts = "desk/alerts";
    /// <summary>GET: a <see cref="FiguresView"/>.</summary>
    public const string Figures = "desk/figures";
}

/// <param name="Stations">One page of those that the filters let through.</param>
/// <param name="States">Stations in each state, over the fleet: <c>silent</c>, <c>troubled</c>, <c>notConnected</c>, <c>off</c>, <c>healthy</c>.</param>
/// <param name="Months">The same for this month's claims: <c>notSent</c>, <c>notConfirmed</c>, <c>confirmed</c>.</param>
/// <param name="AtRiskYen">Over the fleet, of what stations told; estimates are not in it.</param>
/// <param name="Deadline">End of the window that is open or opens next.</param>
/// <param name="Alerts">Alerts of each level: <c>digest</c>, <c>desk</c>, <c>call</c>, <c>lead</c>.</param>
public sealed record FleetView(Page<FleetRow> Stations, IReadOnlyDictionary<string, int> States, IReadOnlyDictionary<string, int> Months, long AtRiskYen, string ClaimMonth, DateTimeOffset Deadline,
    IReadOnlyDictionary<string, int> Alerts);

/// <param name="LastGood">Newest time at which a business job went well, by kind: <c>claimFile</c>, <c>eligibility</c>, <c>careClaimFile</c>, <c>results</c>.</param>
/// <param name="OldestUnacknowledged">When the oldest file that its connector has not placed was sealed; null when none waits.</param>
/// <param name="Drift">True when settings of its PC changed since the enrolment.</param>
/// <param name="Level">Of the highest alert; null without one.</param>
public sealed record FleetRow(string StationId, string StationName, string State, DateTimeOffset? LastSeen, IReadOnlyDictionary<string, DateTimeOffset> LastGood, DateTimeOffset? OldestUnacknowledged,
    int Connectors, string? Version, ReleaseRing? Ring, bool Drift, int OpenFiles, MonthRisk Claims, IReadOnlyList<string> Alarms, string? Level);

/// <param name="State"><c>notSent</c>, <c>notConfirmed</c> or <c>confirmed</c>.</param>
/// <param name="IsEstimate">The yen are those of the month before: this month's claims are not here yet.</param>
/// <param name="Missed">This month's window closed without 請求確定.</param>
public sealed record MonthRisk(string State, long AtRiskYen, bool IsEstimate, double HoursLeft, bool Missed);

/// <param name="Jobs">The last ones, newest first.</param>
/// <param name="History">States and alerts as they changed, newest first.</param>
/// <param name="Case">Null for a station that did not come in by one.</param>
public sealed record FleetStation(FleetRow Row, IReadOnlyList<FleetConnector> Connectors, IReadOnlyList<JobSign> Jobs, IReadOnlyList<AlertRow> Alerts, IReadOnlyList<StateChange> History,
    IReadOnlyList<RenewalRow> Renewals, ContractRow? Contract, IReadOnlyList<TicketRow> Tickets, ClaimRates Rates, CaseSign? Case);

/// <param name="Step">Its name.</param>
/// <param name="Holder">Who has to move it; empty when it is over.</param>
public sealed record CaseSign(string CaseId, string Step, string Holder, DateTimeOffset Since);

/// <summary>A connector without its name: that stays at the station.</summary>
public sealed record FleetConnector(string DeviceId, DateTimeOffset LastSeen, string? Version, IReadOnlyList<string> Alarms, IReadOnlyList<int>? OnHours, EdgeHealth? Health, EdgeProgram? Program,
    long? SkewMilliseconds, int? QueueLength);

/// <param name="State">waiting, fetched, placed, seenUnchanged, refused, answered or timedOut.</param>
public sealed record JobSign(string JobId, JobKind Kind, string State, DateTimeOffset CreatedAt, DateTimeOffset At);

/// <param name="What"><c>state:…</c> or <c>alert:…</c> with the level that it reached, or <c>ended:…</c>.</param>
public sealed record StateChange(DateTimeOffset At, string What);

/// <param name="Subject">Code of the alarm or kind of the certificate; null where the kind says all.</param>
public sealed record AlertRow(string StationId, string StationName, string Kind, string Level, DateTimeOffset Since, string? Subject);

/// <param name="Digests">Of the last mornings, newest first.</param>
public sealed record AlertView(Page<AlertRow> Alerts, IReadOnlyDictionary<string, int> Levels, IReadOnlyList<DigestRow> Digests);

/// <param name="Day">YYYY-MM-DD in Japan, at 8:00.</param>
/// <param name="New">Alerts that were not in the digest before; <paramref name="Ended"/> those that were and are over.</param>
public sealed record DigestRow(string Day, int Total, int New, int Ended, IReadOnlyDictionary<string, int> Kinds);

/// <param name="Partner">Who keeps line, terminal and certificate in order.</param>
/// <param name="Line"><c>ip-vpn</c> or <c>ipsec</c>.</param>
/// <param name="From">First hour of service; <paramref name="To"/> the last one's end.</param>
/// <param name="ResponseHours">Service hours to a first word; <paramref name="RepairHours"/> to the end of the fault.</param>
/// <param name="Holidays">Further days without service.</param>
public sealed record ContractRow(string Partner, string Line, string Phone, int From, int To, bool Saturdays, int ResponseHours, int RepairHours, IReadOnlyList<DateOnly> Holidays, int YenAMonth, DateOnly? Ends);

/// <param name="Unknown">Connected stations that have not told the end of their certificate for オンライン請求・資格確認.</param>
public sealed record CalendarView(int Ended, IReadOnlyList<ForecastRow> Months, int Later, int Unknown, IReadOnlyList<RenewalRow> Renewals, IReadOnlyList<DutyRow> Duties);

/// <param name="Month">YYYYMM.</param>
public sealed record ForecastRow(string Month, int Claims, int Care);

/// <param name="Kind"><c>claims</c> or <c>care</c>.</param>
/// <param name="State"><c>open</c>, <c>applied</c>, <c>received</c> or <c>done</c>.</param>
/// <param name="ChangeBy">Last day for the change that is no billing day.</param>
public sealed record RenewalRow(string RenewalId, string StationId, string StationName, string Kind, DateOnly Ends, DateOnly OpenedOn, DateOnly ChangeBy, string State);

/// <param name="To">The state it gets to: <c>applied</c>, <c>received</c> or <c>done</c>.</param>
public sealed record RenewalMove(string To);

/// <summary>A date of the desk's book by which stations have to do something.</summary>
/// <param name="Done">Stations that fulfil it; null where nothing shows it.</param>
public sealed record DutyRow(string Title, DateOnly Date, int? Done, int? Open);

/// <param name="Lead">Days from application to the end, one for each case that is done, ascending.</param>
/// <param name="Months">The fleet's claims by month, newest first.</param>
/// <param name="Holders">Who has to move the open cases; a case that waits for two counts for both.</param>
/// <param name="Lowest">Stations with the lowest rate of clean claims in the newest month.</param>
public sealed record FiguresView(IReadOnlyList<FunnelRow> Funnel, IReadOnlyList<HolderRow> Holders, IReadOnlyList<int> Lead, IReadOnlyList<MonthRates> Months, IReadOnlyList<StationRates> Lowest);

/// <param name="OldestDays">Of the case that has stood longest in its step.</param>
public sealed record HolderRow(string Holder, int Cases, int OldestDays);

/// <param name="Step">Its name; seven rows in their order.</param>
public sealed record FunnelRow(string Step, int Reached, int Waiting, double? MedianDays, double? SlowDays);

/// <param name="Month">請求年月, YYYYMM.</param>
public sealed record MonthRates(string Month, ClaimRates Rates);

public sealed record StationRates(string StationId, string StationName, ClaimRates Rates);

/// <summary>Shares from 0 to 1; null of nothing.</summary>
public sealed record ClaimRates(int Answered, double? Clean, double? FirstPass, double? Returned);
