using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk.Tickets;

internal static class TicketViews {
    public static TicketRow Row(string id, Ticket ticket, ContractRow? contract, DateTimeOffset now) {
        var (due, dueFor) = Due(ticket, contract);
        return new(id, ticket.StationId, ticket.StationName, ticket.Symptom, ticket.Source, ticket.At, Json.CamelCase(ticket.State), (ticket.Owner ?? ticket.Triage().Owner) is { } owner ? Json.CamelCase(owner) : null,
            ticket.Partner, due, dueFor, due < now, ticket.IncidentId);
    }

    public static TicketDetail Detail(string id, Ticket ticket, StationProjection? station, bool? partnerSilent, DateTimeOffset now) {
        var triage = ticket.Triage(partnerSilent);
        var contract = station?.Contract;
        return new(Row(id, ticket, contract, now), ticket.Text, ticket.Call, [.. triage.Steps.Select(Step)], triage.Reason, triage.Page, triage.Asked is { } asked ? Step(asked) : null, ticket.Evidence, ticket.Events,
            ticket.Answer, ticket.Cites, contract, contract is null ? null : SlaClock.Used(ticket.Clock, now.InJapan(), Hours(contract)).TotalHours);
    }

    /// <summary>The first word first, then the repair; the station's own time does not count.</summary>
    private static (DateTimeOffset? Due, string? For) Due(Ticket ticket, ContractRow? contract) {
        if (contract is null || !ticket.IsAtWork) return (null, null);
        var answered = ticket.Events.Any(e => e.What is not "opened" and not "replied");
        if (!answered) return (SlaClock.Due(ticket.At.InJapan(), TimeSpan.FromHours(contract.ResponseHours), Hours(contract)).FromJapan(), "response");
        return SlaClock.RunsOut(ticket.Clock, TimeSpan.FromHours(contract.RepairHours), Hours(contract)) is { } due ? (due.FromJapan(), "repair") : (null, null);
    }

    private static ServiceHours Hours(ContractRow c) => new(c.From, c.To, c.Saturdays, c.Holidays.ToHashSet());

    private static TriageRow Step(TriageStep step) => new(step.Fact, step.Question, step.Answer);
}
