using ClaimsCloud.Application.Shared;
using ClaimsCloud.Domain.Fleet;

namespace ClaimsCloud.Application.Desk.Tickets;

/// <summary>A fault arrives, from a person of the station or from a sensor: with the evidence of that moment, and into the incident of its symptom if there is one.</summary>
internal static class OpenTicket {
    public static async Task Reported(Received<FaultReported> message, PlatformScope platform, CancellationToken stop) {
        var (station, said) = (ProjectStation.Sender(message), message.Body);
        if (await platform.Documents.Get(Ticket.Kind, said.RequestId, stop) is not null) return;
        var projection = (await platform.Documents.Get(StationProjection.Kind, station, stop))?.Value ?? StationProjection.Empty;
        var told = said.Facts.Where(f => Triage.AskedFacts.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);
        var ticket = await New(StationViews.At(station, projection, platform.Now), said.Symptom, Ticket.FromStation, said.At, said.Text, said.Call, told, platform, stop);
        var batch = platform.Batch().Consume(message).Create(Ticket.Kind, said.RequestId, ticket).SendToTenant(new TenantId(station), ticket.Tell(said.RequestId));
        await platform.Commit(batch, stop);
    }

    public static async Task Replied(Received<FaultReplied> message, PlatformScope platform, CancellationToken stop) {
        var said = message.Body;
        for (var result = CommitResult.Conflict; result == CommitResult.Conflict;) {
            if (await platform.Documents.Get(Ticket.Kind, said.RequestId, stop) is not { } stored || stored.Value.StationId != ProjectStation.Sender(message)) return;
            var ticket = After(stored.Value, said);
            var batch = platform.Batch().Consume(message).Replace(stored, ticket).SendToTenant(new TenantId(ticket.StationId), ticket.Tell(stored.Id));
            result = await platform.Commit(batch, stop);
        }
    }

    public static async Task<Ticket> New(StationNow at, string symptom, string source, DateTimeOffset since, string text, string call, IReadOnlyDictionary<string, bool> told, PlatformScope platform, CancellationToken stop) {
        var incident = await Incident.OpenFor(symptom, platform, stop);
        return new(at.Id, at.Station.StationName, symptom, source, since, TicketState.Open, text, call, TicketEvidence.Facts(at), told, TicketEvidence.Rows(at), null,
            [new(since, source == Ticket.FromStation ? "station" : "system", "opened", null)], [new(since.InJapan(), null)]) { IncidentId = incident };
    }

    private static Ticket After(Ticket ticket, FaultReplied said) {
        if (said is { Fact: { } fact, Answer: { } answer } && Triage.AskedFacts.Contains(fact)) ticket = ticket with { Told = new Dictionary<string, bool>(ticket.Told) { [fact] = answer } };
        ticket = ticket.With(said.At, "station", "replied", said.Works switch { true => "直りました", false => "直っていません", null => null });
        if (said.Works == true) return ticket.Paused(said.At) with { State = TicketState.Closed };
        // The station had the ball and gives it back.
        return ticket.State is TicketState.Answered or TicketState.Waiting ? ticket.Resumed(said.At) with { State = ticket.Partner is null ? TicketState.Open : TicketState.Arranged } : ticket;
    }
}

/// <summary>An alarm that lasts until somebody of the desk has to look becomes a ticket, once.</summary>
internal static class SensorTickets {
    public static async Task Look(StationNow at, PlatformScope platform, CancellationToken stop) {
        foreach (var alert in at.Alerts.Where(a => a is { Kind: AlertKind.Alarm, Level: >= AlertLevel.Desk, Subject: not null })) {
            var since = at.Station.AlarmsSince[alert.Subject!];
            var id = $"{at.Id}.{alert.Subject}.{since.ToUnixTimeSeconds()}";
            if (await platform.Documents.Get(Ticket.Kind, id, stop) is not null) continue;
            var ticket = await OpenTicket.New(at, SymptomOf(alert.Subject!), alert.Subject!, since, "", "", new Dictionary<string, bool>(), platform, stop);
            await platform.Commit(platform.Batch().Create(Ticket.Kind, id, ticket).SendToTenant(new TenantId(at.Id), ticket.Tell(id)), stop);
        }
    }

    private static string SymptomOf(string alarm) => alarm switch {
        "job-waiting" or "folder-missing-out" or "folder-changed" or "care-folder-missing" => "send",
        "file-waiting" or "file-too-large" or "file-link" or "file-name" or "folder-missing-in" => "results",
        _ => "connector",
    };
}
