using System.Text.Json.Serialization;

namespace ClaimsCloud.Contracts;

// The cloud-edge interface. The connector always calls; the cloud never opens a connection to a site.
// Every body that changes something carries a key made by the connector, so any call may be repeated:
// a duplicate gets the same answer.

/// <summary>Routes below the public address; <c>{…}</c> are filled by the caller.</summary>
public static class EdgeRoutes {
    /// <summary>POST <see cref="EnrolRequest"/>, without a token.</summary>
    public const string Enrol = "edge/enrol";
    /// <summary>POST <see cref="TokenRequest"/>, without a token.</summary>
    public const string Token = "edge/token";
    /// <summary>The audience that a device's assertion names.</summary>
    public const string AssertionAudience = "claimscloud-edge";
    /// <summary>POST <see cref="WorkRequest"/>.</summary>
    public const string Work = "edge/work";
    /// <summary>GET; a single <c>Range</c> is honoured.</summary>
    public const string JobContent = "edge/jobs/{jobId}/content";
    /// <summary>POST <see cref="JobEvent"/>; the answer is an <see cref="EdgeReceipt"/>.</summary>
    public const string JobEvents = "edge/jobs/{jobId}/events";
    /// <summary>
    /// POST the bytes as they are, with <c>?name=</c> (file name as on the site, percent-encoded), <c>&amp;sha256=</c> (lower-case hex, verified) and
    /// <c>&amp;proof=</c> (<see cref="EdgeProof.OfFile"/>, signed with the device's key; checked and kept when it is there).
    /// The key is the connector's, 1–128 of <c>A-Z a-z 0-9 . _ -</c>: the same key with the same bytes and name gets the same
    /// <see cref="EdgeReceipt"/>, with other bytes 409. At most 200 MB.
    /// </summary>
    public const string Files = "edge/files/{contentKey}";
    /// <summary>GET: a <see cref="Contracts.FileProgress"/>; for a key that nobody sent yet, nothing received.</summary>
    public const string FileProgress = "edge/files/{contentKey}/progress";
    /// <summary>
    /// POST the next bytes of a file, with <c>?offset=</c> (what the cloud has already), <c>&amp;size=</c> and <c>&amp;sha256=</c> of the whole file. The answer is a
    /// <see cref="Contracts.FileProgress"/>; a part for another offset changes nothing and is answered with where to go on. At most <see cref="Contracts.FileProgress.LargestPart"/>.
    /// </summary>
    public const string FileParts = "edge/files/{contentKey}/parts";
    /// <summary>POST without a body, with the query of <see cref="Files"/>: puts the parts together; the answer is the <see cref="EdgeReceipt"/>.</summary>
    public const string FileEnd = "edge/files/{contentKey}/end";
    /// <summary>POST <see cref="NewKeyRequest"/>: from now on the device is known by the new key, and only by it.</summary>
    public const string Keys = "edge/keys";
    /// <summary>GET the program of a <see cref="ReleaseOffer"/>; a single <c>Range</c> is honoured.</summary>
    public const string ReleaseProgram = "edge/releases/{releaseId}";
}

/// <summary>Uses a one-time code up. The same code with the same key answers the same device again; with another key it is refused (409).</summary>
/// <param name="Code">The code a person read in the portal, as typed (spaces and hyphens are ignored).</param>
/// <param name="PublicKey">SubjectPublicKeyInfo of the connector's own P-256 key, base64.</param>
/// <param name="DeviceName">What the person at the desk calls this PC, 1–64 characters.</param>
public sealed record EnrolRequest(string Code, string PublicKey, string DeviceName);

/// <param name="DeviceId">Opaque id to put into assertions.</param>
/// <param name="StationName">Shown to the installer, so that a code of the wrong station is seen at once.</param>
public sealed record EnrolAnswer(string DeviceId, string StationName);

/// <summary>Replaces the device's key, by rotation or because the connector moved to another PC. Repeating it changes nothing.</summary>
/// <param name="PublicKey">The new key, as in <see cref="EnrolRequest"/>.</param>
/// <param name="Proof"><see cref="EdgeProof.OfKey"/>, signed with the new key: nobody can put a key in place that is not theirs.</param>
/// <param name="FormerProof">The same, signed with the key that is replaced: a PC that was left behind cannot take the identity back.</param>
/// <param name="Place">Where the connector runs from now on, as in <see cref="WorkRequest"/>.</param>
public sealed record NewKeyRequest(string PublicKey, string Proof, string FormerProof, string Place);

/// <param name="Assertion">ES256 JWT signed by the device key: iss = sub = device id, aud = "claimscloud-edge", exp at most 5 minutes ahead, jti unique.</param>
public sealed record TokenRequest(string Assertion);

/// <param name="Token">Bearer token for the other edge routes.</param>
/// <param name="ExpiresAt">By the server's clock.</param>
/// <param name="ServerTime">For measuring skew.</param>
public sealed record TokenAnswer(string Token, DateTimeOffset ExpiresAt, DateTimeOffset ServerTime);

/// <summary>Heartbeat and request for work in one. Answers at once when there is work, else after <paramref name="WaitSeconds"/> (0–60).</summary>
/// <param name="Version">Version of the connector program.</param>
/// <param name="QueueLength">Items in the connector's ledger that are not at an end state.</param>
/// <param name="SkewMilliseconds">Device clock minus server clock, as the connector measured it last; null before the first measurement.</param>
/// <param name="Alarms">Codes of what is wrong on the site now (for example <c>folder-missing</c>), empty when all is well.</param>
/// <param name="Place">Opaque mark of the PC and folder the connector runs in, 16 hex digits: two live places with one identity are a copied PC, and the second is
/// refused with <c>fenced</c>. Null from a caller that does not say.</param>
/// <param name="Wanted">What work is asked for.</param>
/// <param name="Health">What the connector found out about its PC; null when nothing changed since the last answer.</param>
/// <param name="Does">Kinds of jobs that this connector can do; null means claim files alone.</param>
public sealed record WorkRequest(string Version, int QueueLength, long? SkewMilliseconds, IReadOnlyList<string> Alarms, int WaitSeconds,
    string? Place = null, JobsWanted Wanted = JobsWanted.Waiting, EdgeHealth? Health = null, IReadOnlyList<JobKind>? Does = null) {
    /// <summary>Asks for an offer; null when there was an answer not long ago.</summary>
    public EdgeProgram? Program { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<JobKind>))]
public enum JobKind {
    /// <summary>A file for オンライン請求, in a folder of its own.</summary>
    ClaimFile,
    /// <summary>A request of オンライン資格確認, into the <c>req</c> folder of its terminal.</summary>
    Eligibility,
    /// <summary>A file for 国保連合会 (介護), directly into the import folder of the sending software that signs and sends it.</summary>
    CareClaimFile,
}

[JsonConverter(typeof(JsonStringEnumConverter<JobsWanted>))]
public enum JobsWanted {
    /// <summary>Jobs that no connector has answered for.</summary>
    Waiting,
    /// <summary>Every job of this device that is not at its end: a connector that lost its memory builds it up again.</summary>
    AllOpen,
}

/// <summary>The PC under a connector: codes, numbers and dates, no names.</summary>
/// <param name="Boot">Why the connector started last: <c>start</c>, <c>restart</c> (the PC was restarted) or <c>crash</c> (it ended without saying so).</param>
/// <param name="Os">Name and build, ASCII.</param>
/// <param name="OsEnds">Last day of the maker's support; null when it is not known.</param>
/// <param name="CertificateEnds">Last day of the certificate for オンライン請求・資格確認; null when it is not known.</param>
/// <param name="CareCertificateEnds">Last day of the certificate for 介護; null when it is not known.</param>
/// <param name="FreeMegabytes">On the disk with the data folder.</param>
/// <param name="OldestMinutes">Age of the oldest thing that waits in the connector; 0 when nothing waits.</param>
/// <param name="Locks">Files that somebody else held open when the connector wanted them, since its start.</param>
/// <param name="Settings">Fingerprint of the settings that decide whether files get through; it changes when somebody changes one of them.</param>
public sealed record EdgeHealth(string Boot, string Os, DateOnly? OsEnds, DateOnly? CertificateEnds, DateOnly? CareCertificateEnds,
    long FreeMegabytes, int OldestMinutes, long Locks, string Settings);

public sealed record WorkAnswer(DateTimeOffset ServerTime, IReadOnlyList<EdgeJob> Jobs) {
    /// <summary>Null when there is none, or nobody asked.</summary>
    public ReleaseOffer? Offer { get; init; }
}

/// <summary>Put one sealed file where the site hands files over.</summary>
/// <param name="Folder">Name of the file's own folder below the terminal's folder, ASCII without separators, for example <c>202411-s-01h8</c>: the official file name is always the same, so each file needs a folder of its own.</param>
/// <param name="FileName">Name in that folder: no path, ASCII.</param>
/// <param name="Sha256">Lower-case hex of the sealed bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Known">The last thing the cloud heard of it; null before the first. A connector that has forgotten the job goes on from here.</param>
/// <param name="Kind">A request of <see cref="JobKind.Eligibility"/> and a <see cref="JobKind.CareClaimFile"/> have no folder of their own (<paramref name="Folder"/> is only what people call it),
/// and their file names are unique.</param>
public sealed record EdgeJob(string JobId, string Folder, string FileName, string Sha256, long Size, JobEventKind? Known = null, JobKind Kind = JobKind.ClaimFile);

/// <summary>What happened to a job on the site.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobEventKind>))]
public enum JobEventKind {
    /// <summary>The bytes arrived at the connector and their hash is the sealed one.</summary>
    Fetched,
    /// <summary>The file stands in the terminal's folder under its name.</summary>
    Placed,
    /// <summary>Read again later: still there, still the sealed bytes.</summary>
    SeenUnchanged,
    /// <summary>It could not be placed; <see cref="JobEvent.Code"/> says why. A person has to act.</summary>
    Refused,
    /// <summary>The terminal wrote its outcome, an answer or an <c>.err</c>; that file comes up by itself.</summary>
    Answered,
    /// <summary>The terminal wrote nothing in time. What it writes later comes up all the same.</summary>
    TimedOut,
}

/// <param name="EventKey">Unique per event, made by the connector; repeating it changes nothing.</param>
/// <param name="Sha256">Hash of the bytes as read on the site, lower-case hex; null for <see cref="JobEventKind.Refused"/>.</param>
/// <param name="At">Device clock.</param>
/// <param name="Code">Reason code for <see cref="JobEventKind.Refused"/>, else null.</param>
/// <param name="Proof"><see cref="EdgeProof.OfEvent"/>, signed with the device's key: what the station can show later. Checked and kept when it is there.</param>
public sealed record JobEvent(string EventKey, JobEventKind Kind, string? Sha256, DateTimeOffset At, string? Code, string? Proof = null);

/// <summary>How much of a file the cloud has.</summary>
/// <param name="Received">Bytes from the beginning; the next part begins here.</param>
/// <param name="Receipt">Set when the file is complete.</param>
public sealed record FileProgress(long Received, EdgeReceipt? Receipt) {
    /// <summary>Bytes that one part may have.</summary>
    public const int LargestPart = 4 << 20;
}

/// <summary>Proof that the cloud holds what was reported or uploaded.</summary>
/// <param name="ReceiptId">The same for every repetition of the same key.</param>
/// <param name="Sha256">Hash the cloud computed; for job events the reported one.</param>
/// <param name="At">Server clock at the first arrival.</param>
/// <param name="Duplicate">True when the key was known before.</param>
public sealed record EdgeReceipt(string ReceiptId, string? Sha256, DateTimeOffset At, bool Duplicate);
