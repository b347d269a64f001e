using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// オンライン資格確認 as the portal reads and steers it: whom was asked, what was answered, what differs from the month's records.

public static class EligibilityRoutes {
    /// <summary>GET with <c>?month=&amp;search=&amp;page=</c>: a <see cref="Page{T}"/> of <see cref="EligibilityRow"/>.</summary>
    public const string People = "eligibility/people";
    /// <summary>GET with <c>?month=</c>: an <see cref="EligibilityDetail"/>.</summary>
    public const string Person = "eligibility/people/{personId}";
    /// <summary>POST an <see cref="EligibilityDecision"/>: the <see cref="EligibilityDetail"/> after it.</summary>
    public const string Decisions = "eligibility/people/{personId}/decisions";
    /// <summary>POST an <see cref="AskWish"/>: an <see cref="AskOutcome"/>.</summary>
    public const string Asks = "eligibility/asks";
    /// <summary>GET with <c>?day=</c> (yyyy-MM-dd, none: today in Japan): a <see cref="VisitDay"/>.</summary>
    public const string Visits = "eligibility/visits";
    /// <summary>GET: the newest <see cref="EligibilityFileRow"/>s that need a person, an array.</summary>
    public const string Files = "eligibility/files";
    /// <summary>GET: an <see cref="EligibilityFileDetail"/>.</summary>
    public const string File = "eligibility/files/{contentKey}";
    /// <summary>POST a <see cref="ResultOwner"/>: the <see cref="EligibilityFileDetail"/> after it.</summary>
    public const string Owners = "eligibility/files/{contentKey}/owners";
    /// <summary>GET, or POST: <see cref="EligibilityRules"/>.</summary>
    public const string Rules = "eligibility/rules";
}

[JsonConverter(typeof(JsonStringEnumConverter<EligibilityState>))]
public enum EligibilityState {
    NotAsked,
    /// <summary>The records do not make a request; <see cref="EligibilityRow.Next"/> says what is missing.</summary>
    CannotAsk,
    /// <summary>On its way; no answer yet.</summary>
    Asked,
    /// <summary>The last request brought nothing, and nothing came before.</summary>
    NoAnswer,
    Confirmed,
    /// <summary>Answered, and a person has to decide on differences.</summary>
    Differs,
    NotFound,
    Several,
    Invalid,
}

/// <param name="PersonId">Opaque; the same in every month.</param>
/// <param name="ConfirmedFor">Day for which the newest answer was given; null before the first.</param>
/// <param name="AgeDays">Of that answer.</param>
/// <param name="Differences">Those that wait for a person.</param>
/// <param name="Forecast"><c>ready</c>, <c>not-confirmed</c>, <c>likely-return</c>, <c>hold</c> (its claims go into no file) or <c>released</c> (they do, on a person's word): what becomes of the
/// month's claims as far as the card decides it.</param>
/// <param name="Next">What to do now, Japanese; empty when nothing.</param>
public sealed record EligibilityRow(string PersonId, string Patient, string Name, string? Kana, EligibilityState State, DateTimeOffset? AskedAt, DateOnly? ConfirmedFor, int? AgeDays,
    int Differences, string Forecast, string Next);

/// <param name="Differences">All of them, also those that a rule takes over.</param>
/// <param name="CanAddCard">The answer is of another card that begins later: it can be put beside the stored one.</param>
/// <param name="CanDecide">False while the month is locked or being imported.</param>
/// <param name="AnswerKey">Names the answer that a decision is about; null before the first.</param>
/// <param name="History">Newest first.</param>
public sealed record EligibilityDetail(EligibilityRow Row, string Month, IReadOnlyList<CardDifferenceRow> Differences, bool CanAddCard, bool CanDecide, string? AnswerKey,
    IReadOnlyList<FindingRow> Forecast, IReadOnlyList<AnswerSeen> History, IReadOnlyList<DecisionSeen> Decisions) {
    /// <summary>The newest answer of 医療扶助 in a word, with its day; null when there is none.</summary>
    public string? MedicalAid { get; init; }

    /// <summary>照会番号 is registered for the card: consents and readers' results name her by it.</summary>
    public bool HasNumber { get; init; }
}

/// <param name="Decides"><c>rule</c>, <c>name-form</c> or <c>person</c>.</param>
/// <param name="Stored">As a person reads it; empty when nothing is stored.</param>
/// <param name="Refused">A person refused this value before.</param>
public sealed record CardDifferenceRow(string Field, string Japanese, string Stored, string Answered, string Decides, bool Refused);

/// <param name="ContentKey">Of the file, which is kept as it came.</param>
public sealed record AnswerSeen(string ContentKey, DateTimeOffset At, string Result, DateOnly ConfirmedFor);

public sealed record DecisionSeen(DateTimeOffset At, string Actor, string What);

/// <param name="AnswerKey">Of the answer that the person looked at; another one meanwhile is refused.</param>
/// <param name="Verdict"><c>take</c>, <c>add-card</c> or <c>refuse</c> of differences; <c>release</c> a held claim of the month, or <c>hold</c> it again.</param>
/// <param name="Fields">Names of <see cref="CardDifferenceRow.Field"/>; looked at for <c>take</c> and <c>refuse</c>.</param>
/// <param name="Why">Reason of a <c>release</c>, 1–200 characters.</param>
public sealed record EligibilityDecision(string Month, string AnswerKey, string Verdict, IReadOnlyList<string> Fields, string? Why = null);

/// <param name="Patient">Null: everybody who is due.</param>
public sealed record AskWish(string Month, string? Patient);

/// <param name="Requests">Files that go to the terminal.</param>
/// <param name="CannotAsk">People whose records do not make a request.</param>
public sealed record AskOutcome(int People, int Requests, int CannotAsk);

/// <param name="Url">The station's own address of マイナ在宅受付Web; null while nobody entered it.</param>
public sealed record VisitDay(DateOnly Day, string? Url, IReadOnlyList<VisitRow> Visits);

/// <param name="ConsentMissing">No answer that came with a card reader or マイナ在宅受付Web.</param>
public sealed record VisitRow(string PersonId, string Patient, string Name, string Start, bool ConsentMissing, EligibilityState State, DateOnly? ConfirmedFor);

/// <param name="Reason">Japanese, without patient data.</param>
public sealed record EligibilityFileRow(string ContentKey, string Name, DateTimeOffset ReceivedAt, string Outcome, string Reason, IReadOnlyList<FindingRow> Findings);

/// <param name="Results">Those of the file that wait for a person to say whose they are.</param>
/// <param name="Patients">Of the newest month.</param>
/// <param name="Decisions">What people said, newest first.</param>
public sealed record EligibilityFileDetail(EligibilityFileRow File, IReadOnlyList<UnmatchedResult> Results, IReadOnlyList<ResultCandidate> Patients, IReadOnlyList<DecisionSeen> Decisions);

/// <param name="Place">In the file, from 0.</param>
/// <param name="Result">What the answer says of the card, in a word.</param>
/// <param name="Likely">Keys of patients with the same birth date, or the same kana.</param>
public sealed record UnmatchedResult(int Place, string Name, string Kana, DateOnly? BirthDate, string Insurer, string Number, string Result, IReadOnlyList<string> Likely);

public sealed record ResultCandidate(string Patient, string Name, string? Kana, DateOnly? BirthDate);

/// <param name="Patient">Null: nobody of the station.</param>
public sealed record ResultOwner(int Place, string? Patient);

/// <param name="Automatic">Off: only a person asks.</param>
/// <param name="SealingDay">2–10.</param>
/// <param name="ReceptionUrl">Address of マイナ在宅受付Web, https; null when not known.</param>
/// <param name="PauseSeconds">Between two requests, 0–3600.</param>
/// <param name="MaintenanceFrom">Japanese time; null with no window.</param>
public sealed record EligibilityRules(bool Automatic, int SealingDay, string? ReceptionUrl, int PauseSeconds, DateTime? MaintenanceFrom, DateTime? MaintenanceTo);
