using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// One patient's data: given out and erased; what must be kept and how long. For a station's admin.

public static class PrivacyRoutes {
    /// <summary>GET with <c>?search=</c>, at least two characters of name, kana or key: an array of <see cref="KnownPatient"/>, at most fifty.</summary>
    public const string Patients = "privacy/patients";
    /// <summary>GET with <c>?patient=&amp;name=</c>: a <see cref="PersonPlan"/>, what an erasure would remove and what has to stay.</summary>
    public const string Plan = "privacy/plan";
    /// <summary>GET: an array of <see cref="PersonRequestRow"/>, newest first. POST a <see cref="PersonAsked"/>: 202 with a <see cref="PersonRequestRow"/>.</summary>
    public const string Requests = "privacy/requests";
    /// <summary>GET: a <see cref="PersonRequestRow"/>.</summary>
    public const string Request = "privacy/requests/{personRequestId}";
    /// <summary>GET: the ZIP file of an export while it lasts.</summary>
    public const string ExportFile = "privacy/requests/{personRequestId}/file";
    /// <summary>GET: an array of <see cref="LegalHoldRow"/>, those in force first. POST a <see cref="LegalHoldAsked"/>: a <see cref="LegalHoldRow"/>.</summary>
    public const string Holds = "privacy/holds";
    /// <summary>POST a <see cref="LegalHoldLift"/>: the lifted <see cref="LegalHoldRow"/>.</summary>
    public const string HoldLift = "privacy/holds/{holdId}/lift";
    /// <summary>GET: a <see cref="RetentionPlan"/>, what is kept how long and what the next run would remove.</summary>
    public const string Retention = "privacy/retention";
}

[JsonConverter(typeof(JsonStringEnumConverter<PersonWish>))]
public enum PersonWish { Export, Erasure }

[JsonConverter(typeof(JsonStringEnumConverter<PersonRequestState>))]
public enum PersonRequestState {
    Running,
    Done,
    /// <summary>Of an erasure: something has to stay for now; what may go goes by itself when its time is over.</summary>
    Waiting,
    /// <summary>Of an export: the file was removed when its time was over.</summary>
    Expired,
}

/// <param name="Months">First and last month of records, YYYYMM.</param>
public sealed record KnownPatient(string Patient, string Name, string? Kana, string FirstMonth, string LastMonth);

/// <param name="Patient">Key of the patient in the months; null for one who stands in claim files only.</param>
/// <param name="Name">Of a patient without a key, as it stands in the claim files.</param>
public sealed record PersonAsked(PersonWish Wish, string? Patient, string? Name);

/// <param name="Type">Of the retention table.</param>
/// <param name="Id">Of what is kept.</param>
/// <param name="Until">Last day on which it is kept; null while nobody knows: a legal hold, or work that is not at its end.</param>
/// <param name="Why">Japanese, without patient data.</param>
public sealed record HeldData(string Type, string Title, string Id, DateOnly? Until, string Why);

/// <param name="Removes">By type, Japanese title and how many.</param>
public sealed record PersonPlan(IReadOnlyList<TypeCount> Removes, IReadOnlyList<HeldData> Held);

public sealed record TypeCount(string Type, string Title, int Count);

/// <param name="Subject">Key of the patient or the name asked for, while the request is at work; null afterwards.</param>
/// <param name="Mark">What the audit log calls the patient.</param>
/// <param name="Until">Of an export: until when its file is there. Of an erasure: the last day on which something is kept, where that is known.</param>
public sealed record PersonRequestRow(string RequestId, PersonWish Wish, PersonRequestState State, string? Subject, string Mark, DateTimeOffset AskedAt, string AskedBy, int Step, int Steps,
    DateTimeOffset? DoneAt, DateOnly? Until, long? Size, int Removed, IReadOnlyList<HeldData> Held);

[JsonConverter(typeof(JsonStringEnumConverter<LegalHoldKind>))]
public enum LegalHoldKind { Inspection, Dispute, Other }

/// <param name="Patient">Null: all data of the station.</param>
/// <param name="Reason">Up to 200 characters.</param>
public sealed record LegalHoldAsked(string? Patient, LegalHoldKind Kind, string Reason);

public sealed record LegalHoldLift(string Reason);

public sealed record LegalHoldRow(string HoldId, string? Patient, string? PatientName, LegalHoldKind Kind, string Reason, DateTimeOffset SetAt, string SetBy, DateTimeOffset? LiftedAt, string? LiftedBy, string? LiftReason);

/// <param name="Months">Null: kept for as long as the station is a customer.</param>
/// <param name="From">From which day it counts, Japanese.</param>
/// <param name="Basis">Where the time comes from, Japanese.</param>
/// <param name="Confidence">How sure that is: <c>read</c> in the wording, <c>reported</c> by others, <c>chosen</c> by us.</param>
/// <param name="Statutory">Holds an erasure too.</param>
public sealed record RetentionRow(string Type, string Title, int? Months, string From, string Basis, string Confidence, bool Statutory, DateOnly Since);

/// <param name="Due">What the next run removes.</param>
/// <param name="Held">What would be removed if nothing held it.</param>
public sealed record RetentionPlan(IReadOnlyList<RetentionRow> Table, IReadOnlyList<TypeCount> Due, IReadOnlyList<HeldData> Held);
