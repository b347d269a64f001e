using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using ClaimsCloud.Domain.Fleet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk.Tickets;

/// <summary>What a person of the desk does with a ticket. Each move is kept with who made it, and its station is told.</summary>
internal static class MoveTicket {
    private const int LongestNote = 400;

    public static async Task<Results<Ok<TicketDetail>, Refused>> Handle(string ticketId, TicketMove move, PlatformScope platform, DeskScope desk, Caller caller, CancellationToken stop) {
        if (move.Note?.Length > LongestNote) return (Refused)DeskRefusals.NoteMissing;
        while (true) {
            if (!DocumentLimits.IsId(ticketId) || await platform.Documents.Get(Ticket.Kind, ticketId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            var station = await desk.Station(stored.Value.StationId, stop);
            if (!After(stored.Value, move, station?.Contract, platform.Now, caller).Succeeded(out var ticket, out var refusal)) return (Refused)refusal;
            if (await platform.Commit(platform.Batch().Replace(stored, ticket).SendToTenant(new TenantId(ticket.StationId), ticket.Tell(ticketId)), stop) == CommitResult.Committed)
                return TypedResults.Ok(TicketViews.Detail(ticketId, ticket, station, TicketEvidence.PartnerSilent(ticket.StationId, await desk.Stations(stop), platform.Now), platform.Now));
        }
    }

    private static Outcome<Ticket> After(Ticket ticket, TicketMove move, ContractRow? contract, DateTimeOffset now, Caller caller) {
        var noted = ticket.With(now, caller.Id, move.To ?? "", move.Note);
        return move.To switch {
            "closed" => ticket.State == TicketState.Answered ? noted with { State = TicketState.Closed } : Illegal(ticket, TicketState.Closed),
            _ when !ticket.IsAtWork => Illegal(ticket, Goal(move.To)),
            "told" => move is { Fact: { } fact, Answer: { } answer } && Triage.Facts.Contains(fact) ? noted with { Told = new Dictionary<string, bool>(ticket.Told) { [fact] = answer } } : DeskRefusals.InvalidMove,
            "owned" => Json.TryCamelCase<FaultOwner>(move.Owner, out var owner) && IsFilled(move.Note) ? noted with { Owner = owner } : DeskRefusals.NoteMissing,
            "arranged" => contract is null ? DeskRefusals.NoContract : noted.Resumed(now) with { State = TicketState.Arranged, Partner = contract.Partner, Appointment = move.Appointment },
            "waiting" => ticket.State == TicketState.Waiting ? Illegal(ticket, TicketState.Waiting) : IsFilled(move.Note) ? noted.Paused(now) with { State = TicketState.Waiting } : DeskRefusals.NoteMissing,
            "running" => ticket.State == TicketState.Waiting ? noted.Resumed(now) with { State = ticket.Partner is null ? TicketState.Open : TicketState.Arranged } : Illegal(ticket, TicketState.Open),
            "answered" => Answered(ticket, noted, move, now),
            _ => DeskRefusals.InvalidMove,
        };
    }

    /// <summary>No evidence, no answer.</summary>
    private static Outcome<Ticket> Answered(Ticket ticket, Ticket noted, TicketMove move, DateTimeOffset now) {
        if (!IsFilled(move.Note)) return DeskRefusals.NoteMissing;
        if (move.Cites is not { Count: > 0 } cites || !cites.All(c => ManualPage.Find(c) is not null || ticket.Evidence.Any(e => e.EvidenceId == c))) return DeskRefusals.NoCitation;
        return noted.Paused(now) with { State = TicketState.Answered, Answer = move.Note!.Trim(), Cites = [.. cites.Distinct()] };
    }

    private static bool IsFilled(string? text) => !string.IsNullOrWhiteSpace(text);

    private static Refusal Illegal(Ticket ticket, TicketState to) => DeskRefusals.IllegalMove(NameOf(ticket.State), NameOf(to));

    private static TicketState Goal(string? move) => Json.TryCamelCase<TicketState>(move, out var state) ? state : TicketState.Open;

    private static string NameOf(TicketState state) => state switch { TicketState.Open => "対応中", TicketState.Waiting => "ステーション待ち", TicketState.Arranged => "手配済み", TicketState.Answered => "回答済み", _ => "完了" };
}
