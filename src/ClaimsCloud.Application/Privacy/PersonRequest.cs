using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Privacy;

/// <summary>A wish about one patient's data on its way. Whom it is about stands in it only while it is at work: what is erased is not kept here.</summary>
/// <param name="Patient">Key; null for a patient who stands in files only, and when the work is done.</param>
/// <param name="Name">Null as <paramref name="Patient"/>.</param>
/// <param name="Mark">What ids and the audit log call the patient.</param>
/// <param name="Blob">The file of an export while it lasts.</param>
internal sealed record PersonRequest(PersonWish Wish, PersonRequestState State, string? Patient, string? Name, string Mark, DateTimeOffset AskedAt, string AskedBy, int Step, int Steps, DateTimeOffset? DoneAt,
    DateOnly? Until, string? Blob, long? Size, int Removed, IReadOnlyList<HeldData> Held) {
    public static readonly DocumentIndex<PersonRequest> ByTime = new("asked", r => SortKeys.Of(r.AskedAt));
    /// <summary>Erasures that wait, exports that will go.</summary>
    public static readonly DocumentIndex<PersonRequest> ByOpen = new("open", r => r.State == PersonRequestState.Waiting || r.Blob is not null ? SortKeys.Of(r.AskedAt) : null);
    public static readonly DocumentKind<PersonRequest> Kind = new("person-request", ByTime, ByOpen);

    public static string ExportBlob(string requestId) => $"person-exports/{requestId}";

    public PersonRequestRow Row(string id) => new(id, Wish, State, Patient ?? Name, Mark, AskedAt, AskedBy, Step, Steps, DoneAt, Until, Size, Removed, Held);
}

/// <summary>Somebody wants a patient's data in one file.</summary>
internal sealed record PersonExportWanted(string RequestId);

/// <summary>Somebody wants a patient's data gone.</summary>
internal sealed record PersonErasureWanted(string RequestId);

/// <summary>A day has passed, or a hold was lifted: see what may go.</summary>
internal sealed record RetentionDue;
