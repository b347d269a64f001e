using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// The audit log: who did what, when, from where. Ids and codes only; append-only, each entry hash-chained to the one before.

public static class AuditRoutes {
    /// <summary>
    /// GET with <c>?act=&amp;search=&amp;after=</c>: an <see cref="AuditPage"/>, newest first. <c>act</c> is a value of <see cref="AuditAct"/>, <c>search</c> finds in all texts of an
    /// entry, <c>after</c> is the <c>Next</c> of the page before.
    /// </summary>
    public const string Log = "audit";
    /// <summary>GET: the whole log as the file that <c>claims audit verify</c> reads. The export stands in the log itself.</summary>
    public const string Export = "audit/file";
    /// <summary>As <see cref="Log"/>, of the platform plane, vendor only.</summary>
    public const string PlatformLog = "desk/audit";
    /// <summary>As <see cref="Export"/>, of the platform plane, vendor only. It holds the anchors of every station's log.</summary>
    public const string PlatformExport = "desk/audit/file";
}

/// <param name="Next">Null at the end.</param>
/// <param name="Head">The newest entry of the log, whatever was searched; null while there is none. Whoever notes it can prove later that nothing before it was changed.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Items, string? Next, AuditHead? Head);

/// <param name="Number">From 1, without gaps.</param>
/// <param name="Hash">SHA-256, lower-case hex.</param>
public sealed record AuditHead(long Number, string Hash);

/// <param name="At">When it was done, by the cloud's clock.</param>
/// <param name="Actor">Id of a person or a device; <c>system</c> and <c>host</c> for what nobody asked for from outside.</param>
/// <param name="Subject">Id of what it was done to.</param>
/// <param name="From">Address of the caller; null for a device, whose id says where it stands, and for the system.</param>
/// <param name="Why">A code, or the id of where the reason stands; never what somebody typed.</param>
public sealed record AuditRow(long Number, DateTimeOffset At, string Actor, [property: JsonConverter(typeof(AuditActNames))] AuditAct Act, string? Subject, string? From, string? Why);

/// <summary>What can stand in an audit log. A name is never used for something else: it stands in old logs.</summary>
public enum AuditAct {
    SignedIn, SignInFailed, SignInLocked,
    FileSealed, OriginalDownloaded, FindingsDownloaded, ReturnDownloaded, MonthDownloaded, MonthLocked, MonthUnlocked,
    ChecksChanged, FindingTaken, FindingReleased, CareSetupChanged, EligibilityRulesChanged,
    CodeMade, ConnectorEnrolled, ConnectorMoved, ConnectorRevoked, ReleasePublished, ReleaseStopped, MessageResent,
    StationOpened, StationLeft, StationRemoved, AccountMade, AuditExported,
    Invited, InvitationWithdrawn, PersonJoined, PersonRemoved, RoleChanged, SecondFactorReset, SecondFactorChosen, RecoveryCodesMade, SessionEnded,
    GrantGiven, GrantEnded, GrantViewed,
    PasskeyAdded, PasskeyRemoved, OrganisationLinked, OrganisationUnlinked,
    PersonExportAsked, PersonExportMade, PersonExportTaken, PersonErasureAsked, PersonErased, LegalHoldSet, LegalHoldLifted, RetentionRun,
    ContractSet, FeatureSwitched, RenewalMoved, IncidentOpened, IncidentEnded,
    /// <summary>In the log of the platform plane: the head of a station's log; <see cref="AuditRow.Why"/> is <c>number:hash</c>.</summary>
    Anchored,
    /// <summary>Read, never written: an act that only a later program knows. The log goes on behind it.</summary>
    Later,
}

/// <summary>By name; a name that this program does not know is <see cref="AuditAct.Later"/>.</summary>
public sealed class AuditActNames : JsonConverter<AuditAct> {
    public override AuditAct Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Enum.TryParse<AuditAct>(reader.GetString(), out var act) && Enum.IsDefined(act) ? act : AuditAct.Later;

    public override void Write(Utf8JsonWriter writer, AuditAct value, JsonSerializerOptions options) {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue($"{value}");
    }
}
