using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Support;

/// <summary>A fault as its station knows it. The desk keeps the ticket of the same id.</summary>
/// <param name="Told">The newest word of the desk; null before the first.</param>
internal sealed record FaultRequest(string Symptom, string Text, DateTimeOffset At, TicketTold? Told) {
    public static readonly DocumentIndex<FaultRequest> ByAge = new("age", r => SortKeys.Of(r.At));
    public static readonly DocumentKind<FaultRequest> Kind = new("fault-request", ByAge);
    public const string Closed = "closed";

    public RequestRow Row(string id) => new(id, Symptom, Text, At, Told?.State ?? "open", Told?.Owner, Told?.Answer, Told?.Pages ?? [], Told?.Question, Told?.QuestionText, Told?.Incident);
}
