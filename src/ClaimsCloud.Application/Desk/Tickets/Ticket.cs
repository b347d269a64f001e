using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk.Tickets;

internal enum TicketState { Open, Waiting, Arranged, Answered, Closed }

/// <summary>One fault of one station, from its report to its end.</summary>
/// <param name="Source"><see cref="FromStation"/>, or the code of the alarm that opened it.</param>
/// <param name="Machine">Facts of the triage tree as the machine knew them when it was opened.</param>
/// <param name="Told">Facts that people told.</param>
/// <param name="Owner">Set when a person decided it; else the tree says.</param>
/// <param name="Clock">In Japan; the last one is open while the clock runs.</param>
internal sealed record Ticket(string StationId, string StationName, string Symptom, string Source, DateTimeOffset At, TicketState State, string Text, string Call,
    IReadOnlyDictionary<string, bool?> Machine, IReadOnlyDictionary<string, bool> Told, IReadOnlyList<EvidenceRow> Evidence, FaultOwner? Owner, IReadOnlyList<TicketEvent> Events, IReadOnlyList<Running> Clock) {
    public const string FromStation = "station";

    public string? Partner { get; init; }
    public DateTimeOffset? Appointment { get; init; }
    public string? Answer { get; init; }
    public IReadOnlyList<string> Cites { get; init; } = [];
    public string? IncidentId { get; init; }
    public long Revision { get; init; } = 1;

    public static readonly DocumentIndex<Ticket> ByOpen = new("open", t => t.State == TicketState.Closed ? null : SortKeys.Of(t.At));
    public static readonly DocumentIndex<Ticket> ByAge = new("age", t => SortKeys.Of(t.At));
    public static readonly DocumentIndex<Ticket> ByStation = new("station", t => t.StationId);
    public static readonly DocumentKind<Ticket> Kind = new("ticket", ByOpen, ByAge, ByStation);

    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsAtWork => State is TicketState.Open or TicketState.Waiting or TicketState.Arranged;

    public TriageResult Triage(bool? partnerSilent = null) {
        var facts = new Dictionary<string, bool?>(Machine, StringComparer.Ordinal) { ["incident-open"] = IncidentId is not null };
        if (partnerSilent is not null) facts["partner-silent"] = partnerSilent;
        foreach (var (fact, answer) in Told) facts[fact] = answer;
        return Domain.Fleet.Triage.Run(facts);
    }

    public Ticket With(DateTimeOffset at, string actor, string what, string? note) => this with { Events = [.. Events, new(at, actor, what, note)], Revision = Revision + 1 };

    /// <summary>The clock of the agreement stands.</summary>
    public Ticket Paused(DateTimeOffset at) => Clock is [.., { To: null } last] ? this with { Clock = [.. Clock.SkipLast(1), last with { To = at.InJapan() }] } : this;

    public Ticket Resumed(DateTimeOffset at) => Clock is [.., { To: null }] ? this : this with { Clock = [.. Clock, new(at.InJapan(), null)] };

    /// <summary>What its station is told.</summary>
    public TicketTold Tell(string id) {
        var triage = Triage();
        return new(id, Symptom, At, Json.CamelCase(State), (Owner ?? triage.Owner) is { } owner ? Json.CamelCase(owner) : null, Answer, [.. Cites.Where(c => ManualPage.Find(c) is not null)],
            IsAtWork && Owner is null ? triage.Asked?.Fact : null, IsAtWork && Owner is null ? triage.Asked?.Question : null, IncidentId, Revision);
    }
}
