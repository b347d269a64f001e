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
    /// POST the bytes as they are, with <c>?name=</c> (file name as on the site, percent-encoded) and <c>&amp;sha256=</c> (lower-case hex, verified).
    /// The key is the connector's, 1–128 of <c>A-Z a-z 0-9 . _ -</c>: the same key with the same bytes and name gets the same
    /// <see cref="EdgeReceipt"/>, with other bytes 409. At most 200 MB.
    /// </summary>
    public const string Files = "edge/files/{contentKey}";
}

/// <summary>Uses a one-time code up. The same code with the same key answers the same device again; with another key it is refused (409).</summary>
/// <param name="Code">The code a person read in the portal, as typed (spaces and hyphens are ignored).</param>
/// <param name="PublicKey">SubjectPublicKeyInfo of the connector's own P-256 key, base64.</param>
/// <param name="DeviceName">What the person at the desk calls this PC, 1–64 characters.</param>
public sealed record EnrolRequest(string Code, string PublicKey, string DeviceName);

/// <param name="DeviceId">Opaque id to put into assertions.</param>
/// <param name="StationName">Shown to the installer, so that a code of the wrong station is seen at once.</param>
public sealed record EnrolAnswer(string DeviceId, string StationName);

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
public sealed record WorkRequest(string Version, int QueueLength, long? SkewMilliseconds, IReadOnlyList<string> Alarms, int WaitSeconds);

public sealed record WorkAnswer(DateTimeOffset ServerTime, IReadOnlyList<EdgeJob> Jobs);

/// <summary>Put one sealed file into the folder of the terminal.</summary>
/// <param name="Folder">Name of the file's own folder below the terminal's folder, ASCII without separators, for example <c>202411-s-01h8</c>: the official file name is always the same, so each file needs a folder of its own.</param>
/// <param name="FileName">Name in that folder: no path, ASCII.</param>
/// <param name="Sha256">Lower-case hex of the sealed bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record EdgeJob(string JobId, string Folder, string FileName, string Sha256, long Size);

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
}

/// <param name="EventKey">Unique per event, made by the connector; repeating it changes nothing.</param>
/// <param name="Sha256">Hash of the bytes as read on the site, lower-case hex; null for <see cref="JobEventKind.Refused"/>.</param>
/// <param name="At">Device clock.</param>
/// <param name="Code">Reason code for <see cref="JobEventKind.Refused"/>, else null.</param>
public sealed record JobEvent(string EventKey, JobEventKind Kind, string? Sha256, DateTimeOffset At, string? Code);

/// <summary>Proof that the cloud holds what was reported or uploaded.</summary>
/// <param name="ReceiptId">The same for every repetition of the same key.</param>
/// <param name="Sha256">Hash the cloud computed; for job events the reported one.</param>
/// <param name="At">Server clock at the first arrival.</param>
/// <param name="Duplicate">True when the key was known before.</param>
public sealed record EdgeReceipt(string ReceiptId, string? Sha256, DateTimeOffset At, bool Duplicate);
