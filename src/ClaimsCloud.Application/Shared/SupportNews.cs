namespace ClaimsCloud.Application.Shared;

// Between a station and the desk about faults and looks. A text of a station was looked at for names and numbers of patients before it goes on.

/// <summary>The station lets the desk look; sent again with an earlier end when it ends that.</summary>
public sealed record GrantTold(string GrantId, DateTimeOffset Until);

/// <summary>From the desk: a person wants to see named states. The station's own log has it, whatever the answer is.</summary>
public sealed record LookWanted(string LookId, string Person);

/// <param name="Until">End of the grant; null: none holds, and nothing is shown.</param>
public sealed record LookAnswered(string LookId, DateTimeOffset? Until, IReadOnlyList<Contracts.NamedState> Connectors, IReadOnlyList<Contracts.NamedState> Files);

/// <summary>A person of the station reports a fault.</summary>
public sealed record FaultReported(string RequestId, string Symptom, string Text, string Call, DateTimeOffset At, IReadOnlyDictionary<string, bool> Facts);

/// <summary>The station answers about a fault.</summary>
/// <param name="Works">Null: only the fact is told.</param>
public sealed record FaultReplied(string RequestId, DateTimeOffset At, bool? Works, string? Fact, bool? Answer);

/// <summary>From the desk: how a fault of the station stands.</summary>
/// <param name="Revision">Grows with every change of the ticket.</param>
public sealed record TicketTold(string RequestId, string Symptom, DateTimeOffset At, string State, string? Owner, string? Answer, IReadOnlyList<string> Pages, string? Question, string? QuestionText, string? Incident, long Revision);
