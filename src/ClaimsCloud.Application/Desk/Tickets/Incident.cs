using ClaimsCloud.Application.Audit;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.Desk.Tickets;

/// <summary>The national side is down: one matter for all tickets of its symptoms, those that are there and those that come while it lasts, and one answer to all of them.</summary>
internal sealed record Incident(string Title, DateTimeOffset Since, DateTimeOffset? EndedAt, IReadOnlyList<string> Symptoms, string? Answer) {
    public static readonly DocumentIndex<Incident> ByOpen = new("open", i => i.EndedAt is null ? SortKeys.Of(i.Since) : null);
    public static readonly DocumentIndex<Incident> ByAge = new("age", i => SortKeys.Of(i.Since));
    public static readonly DocumentKind<Incident> Kind = new("incident", ByOpen, ByAge);
    private const int LongestTitle = 100;
    private const int LongestAnswer = 400;

    public static async Task<Results<Ok<IncidentRow>, Refused>> Open(IncidentWish wish, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (wish.Title is not { Length: > 0 and <= LongestTitle } || wish.Symptoms is not { Count: > 0 } || !wish.Symptoms.All(Known.Contains)) return (Refused)DeskRefusals.InvalidIncident;
        var (id, incident) = (platform.Ids.Next(), new Incident(wish.Title.Trim(), platform.Now, null, [.. wish.Symptoms.Distinct()], null));
        await platform.Commit(platform.Batch().Create(Kind, id, incident).SendToPlatform(new IncidentMoved(id, caller.Id)), new(AuditAct.IncidentOpened, caller, id), stop);
        return TypedResults.Ok(incident.Row(id, await Count(incident.Takes, platform, stop)));
    }

    /// <summary>Again for an incident that is over: another answer, for the tickets that have none yet.</summary>
    public static async Task<Results<Ok<IncidentRow>, Refused>> End(string incidentId, IncidentWish wish, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (string.IsNullOrWhiteSpace(wish.Title) || wish.Title.Length > LongestAnswer) return (Refused)DeskRefusals.NoteMissing;
        Incident ended;
        while (true) {
            if (!DocumentLimits.IsId(incidentId) || await platform.Documents.Get(Kind, incidentId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            ended = stored.Value with { EndedAt = stored.Value.EndedAt ?? platform.Now, Answer = wish.Title.Trim() };
            if (await platform.Commit(platform.Batch().Replace(stored, ended).SendToPlatform(new IncidentMoved(incidentId, caller.Id)), new(AuditAct.IncidentEnded, caller, incidentId), stop) == CommitResult.Committed) break;
        }
        return TypedResults.Ok(ended.Row(incidentId, await Count(t => t.IsAtWork && t.IncidentId == incidentId, platform, stop)));
    }

    /// <summary>The tickets follow: they are linked, and answered once it is over. A ticket that followed is passed over, so whatever breaks off on the way is made good by the next delivery.</summary>
    public static async Task Moved(Received<IncidentMoved> message, PlatformScope platform, CancellationToken stop) {
        var (id, by) = message.Body;
        if (await platform.Documents.Get(Kind, id, stop) is not { Value: var incident }) return;
        if (incident.EndedAt is not { } end) await Each(incident.Takes, t => t.With(platform.Now, by, "incident", incident.Title) with { IncidentId = id }, platform, stop);
        // Of one that was over before its beginning arrived here the tickets were never linked.
        else await Each(t => t.IsAtWork && t.IncidentId == id || t.At <= end && incident.Takes(t), t => t.With(platform.Now, by, "answered", incident.Answer).Paused(platform.Now) with {
            State = TicketState.Answered, Answer = incident.Answer, IncidentId = id, Cites = [$"incident:{id}"],
        }, platform, stop);
    }

    public static async Task<string?> OpenFor(string symptom, PlatformScope platform, CancellationToken stop) {
        await foreach (var incident in platform.Documents.All(Kind, ByOpen, IndexRange.All, stop))
            if (incident.Value.Symptoms.Contains(symptom)) return incident.Id;
        return null;
    }

    private bool Takes(Ticket ticket) => ticket is { IsAtWork: true, IncidentId: null } && Symptoms.Contains(ticket.Symptom);

    public IncidentRow Row(string id, int tickets) => new(id, Title, Since, EndedAt, Symptoms, tickets);

    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal) { "send", "eligibility", "connector", "results", "screen", "other" };

    private static async Task<int> Count(Func<Ticket, bool> which, PlatformScope platform, CancellationToken stop) =>
        await platform.Documents.All(Ticket.Kind, Ticket.ByOpen, IndexRange.All, stop).CountAsync(t => which(t.Value), stop);

    private static async Task Each(Func<Ticket, bool> which, Func<Ticket, Ticket> change, PlatformScope platform, CancellationToken stop) {
        await foreach (var found in platform.Documents.All(Ticket.Kind, Ticket.ByOpen, IndexRange.All, stop))
            for (var stored = found; stored is not null && which(stored.Value); stored = await platform.Documents.Get(Ticket.Kind, found.Id, stop)) {
                var ticket = change(stored.Value);
                if (await platform.Commit(platform.Batch().Replace(stored, ticket).SendToTenant(new TenantId(ticket.StationId), ticket.Tell(found.Id)), stop) == CommitResult.Committed) break;
            }
    }
}

/// <summary>An incident began or ended.</summary>
/// <param name="By">Id of the person.</param>
internal sealed record IncidentMoved(string IncidentId, string By);
