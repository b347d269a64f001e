namespace ClaimsCloud.Contracts;

// Faults from report to end.

public static class SupportRoutes {
    /// <summary>Station. GET: an array of <see cref="RequestRow"/>, newest first. POST a <see cref="FaultReport"/>; the answer is a <see cref="RequestRow"/>.</summary>
    public const string Requests = "support/requests";
    /// <summary>Station. POST a <see cref="RequestReply"/>; the answer is a <see cref="RequestRow"/>.</summary>
    public const string RequestReplies = "support/requests/{requestId}/replies";
    /// <summary>GET, for all: an array of <see cref="ManualRow"/>.</summary>
    public const string Manual = "support/manual";
    /// <summary>Desk. GET with <c>?state=&amp;page=</c>: a <see cref="TicketView"/>.</summary>
    public const string Tickets = "desk/tickets";
    /// <summary>Desk. GET: a <see cref="TicketDetail"/>.</summary>
    public const string Ticket = "desk/tickets/{ticketId}";
    /// <summary>Desk. POST a <see cref="TicketMove"/>; the answer is a <see cref="TicketDetail"/>.</summary>
    public const string TicketMoves = "desk/tickets/{ticketId}/moves";
    /// <summary>Desk. POST an <see cref="IncidentWish"/>: the national side is down; open tickets of its symptoms are put into it. The answer is an <see cref="IncidentRow"/>.</summary>
    public const string Incidents = "desk/incidents";
    /// <summary>Desk. POST an <see cref="IncidentWish"/> whose title is the answer to all of its tickets.</summary>
    public const string IncidentEnd = "desk/incidents/{incidentId}/end";
}

/// <param name="Symptom"><c>send</c>, <c>eligibility</c>, <c>connector</c>, <c>results</c>, <c>screen</c> or <c>other</c>.</param>
/// <param name="Text">Up to 400 characters; refused when it holds what looks like a patient's name or number.</param>
/// <param name="Call">When the station can be called, up to 100 characters; the same.</param>
/// <param name="Facts">What the person at the PC sees, by fact of the triage tree.</param>
public sealed record FaultReport(string Symptom, string Text, string Call, IReadOnlyDictionary<string, bool>? Facts);

/// <param name="State"><c>open</c>, <c>arranged</c>, <c>answered</c> or <c>closed</c>.</param>
/// <param name="Question">A fact that the desk's tree asks the station for; null when it asks nothing.</param>
/// <param name="Pages">Manual pages that the answer rests on.</param>
public sealed record RequestRow(string RequestId, string Symptom, string Text, DateTimeOffset At, string State, string? Owner, string? Answer, IReadOnlyList<string> Pages, string? Question, string? QuestionText, string? Incident);

/// <param name="Works">True: it is over; false: it is not. Null: only the fact is told.</param>
/// <param name="Fact">The fact that was asked for.</param>
public sealed record RequestReply(bool? Works, string? Fact, bool? Answer);

public sealed record ManualRow(string Page, string Title, string Text);

/// <param name="National">Symptoms that many stations report at once, with how many: perhaps the national side is down.</param>
public sealed record TicketView(Page<TicketRow> Tickets, IReadOnlyDictionary<string, int> States, IReadOnlyList<IncidentRow> Incidents, IReadOnlyDictionary<string, int> National);

/// <param name="Source"><c>station</c> or the code of an alarm.</param>
/// <param name="Due">When the running clock of the contract runs out; null where none runs.</param>
/// <param name="DueFor"><c>response</c> or <c>repair</c>.</param>
public sealed record TicketRow(string TicketId, string StationId, string StationName, string Symptom, string Source, DateTimeOffset At, string State, string? Owner, string? Partner, DateTimeOffset? Due, string? DueFor,
    bool Late, string? IncidentId);

public sealed record TicketDetail(TicketRow Row, string Text, string Call, IReadOnlyList<TriageRow> Steps, string? Reason, string? Page, TriageRow? Asked, IReadOnlyList<EvidenceRow> Evidence,
    IReadOnlyList<TicketEvent> Events, string? Answer, IReadOnlyList<string> Cites, ContractRow? Contract, double? UsedHours);

public sealed record TriageRow(string Fact, string Question, bool? Answer);

/// <summary>Machine evidence as it stood when the ticket was opened: ids, states, numbers.</summary>
/// <param name="EvidenceId">To be cited.</param>
public sealed record EvidenceRow(string EvidenceId, string Title, string Value, DateTimeOffset? At);

public sealed record TicketEvent(DateTimeOffset At, string Actor, string What, string? Note);

/// <param name="To"><c>told</c> (a fact is known now), <c>owned</c> (a person decides whose matter it is), <c>arranged</c> (with the partner of the contract), <c>waiting</c> (for the station: the
/// clock stands), <c>running</c> (it goes on), <c>answered</c> or <c>closed</c>.</param>
/// <param name="Cites">Evidence ids and manual pages that an answer rests on: at least one.</param>
public sealed record TicketMove(string To, string? Note, string? Fact = null, bool? Answer = null, string? Owner = null, DateTimeOffset? Appointment = null, IReadOnlyList<string>? Cites = null);

/// <param name="Symptoms">Of the tickets that belong to it.</param>
public sealed record IncidentWish(string Title, IReadOnlyList<string> Symptoms);

/// <param name="EndedAt">Null while it lasts.</param>
public sealed record IncidentRow(string IncidentId, string Title, DateTimeOffset Since, DateTimeOffset? EndedAt, IReadOnlyList<string> Symptoms, int Tickets);
