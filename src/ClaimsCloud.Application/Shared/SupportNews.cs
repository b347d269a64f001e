namespace ClaimsCloud.Application.Shared;

// Between a station and the desk about faults. A text of a station was looked at for names and numbers of patients before it goes on.

/// <summary>A person of the station reports a fault.</summary>
public sealed record FaultReported(string RequestId, string Symptom, string Text, string Call, DateTimeOffset At, IReadOnlyDictionary<string, bool> Facts);

/// <summary>The station answers about a fault.</summary>
/// <param name="Works">Null: only the fact is told.</param>
public sealed record FaultReplied(string RequestId, DateTimeOffset At, bool? Works, string? Fact, bool? Answer);

/// <summary>From the desk: how a fault of the station stands.</summary>
/// <param name="Revision">Grows with every change of the ticket.</param>
public sealed record TicketTold(string RequestId, string Symptom, DateTimeOffset At, string State, string? Owner, string? Answer, IReadOnlyList<string> Pages, string? Question, string? QuestionText, string? Incident, long Revision);
