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
        await platform.Commit(platform.Batch().Create(Kind, id, incident), new(AuditAct.IncidentOpened, caller, id), stop);
        var linked = await Each(t => t is { IsAtWork: true, IncidentId: null } && incident.Symptoms.Contains(t.Symptom), t => t.With(platform.Now, caller.Id, "incident", incident.Title) with { IncidentId = id }, platform, stop);
        return TypedResults.Ok(incident.Row(id, linked));
    }

    /// <summary>Again for an incident that is over: what an outage left unanswered is answered now.</summary>
    public static async Task<Results<Ok<IncidentRow>, Refused>> End(string incidentId, IncidentWish wish, PlatformScope platform, Caller caller, CancellationToken stop) {
        if (string.IsNullOrWhiteSpace(wish.Title) || wish.Title.Length > LongestAnswer) return (Refused)DeskRefusals.NoteMissing;
        Incident ended;
        while (true) {
            if (!DocumentLimits.IsId(incidentId) || await platform.Documents.Get(Kind, incidentId, stop) is not { } stored) return (Refused)Refusals.NotFound;
            ended = stored.Value with { EndedAt = stored.Value.EndedAt ?? platform.Now, Answer = wish.Title.Trim() };
            if (await platform.Commit(platform.Batch().Replace(stored, ended), new(AuditAct.IncidentEnded, caller, incidentId), stop) == CommitResult.Committed) break;
        }
        var answered = await Each(t => t.IsAtWork && t.IncidentId == incidentId, t => t.With(platform.Now, caller.Id, "answered", ended.Answer).Paused(platform.Now) with {
            State = TicketState.Answered, Answer = ended.Answer, Cites = [$"incident:{incidentId}"],
        }, platform, stop);
        return TypedResults.Ok(ended.Row(incidentId, answered));
    }

    public static async Task<string?> OpenFor(string symptom, PlatformScope platform, CancellationToken stop) {
        await foreach (var incident in platform.Documents.All(Kind, ByOpen, IndexRange.All, stop))
            if (incident.Value.Symptoms.Contains(symptom)) return incident.Id;
        return null;
    }

    public IncidentRow Row(string id, int tickets) => new(id, Title, Since, EndedAt, Symptoms, tickets);

    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal) { "send", "eligibility", "connector", "results", "screen", "other" };

    /// <returns>How many were changed.</returns>
    private static async Task<int> Each(Func<Ticket, bool> which, Func<Ticket, Ticket> change, PlatformScope platform, CancellationToken stop) {
        var changed = 0;
        await foreach (var found in platform.Documents.All(Ticket.Kind, Ticket.ByOpen, IndexRange.All, stop))
            for (var stored = found; stored is not null && which(stored.Value); stored = await platform.Documents.Get(Ticket.Kind, found.Id, stop)) {
                var ticket = change(stored.Value);
                if (await platform.Commit(platform.Batch().Replace(stored, ticket).SendToTenant(new TenantId(ticket.StationId), ticket.Tell(found.Id)), stop) != CommitResult.Committed) continue;
                changed++;
                break;
            }
        return changed;
    }
}
