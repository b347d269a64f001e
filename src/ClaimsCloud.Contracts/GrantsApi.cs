namespace ClaimsCloud.Contracts;

// A station lets one person of the vendor look at one claim file for half an hour.

public static class GrantRoutes {
    /// <summary>Station admin. GET: an array of <see cref="GrantRow"/>, newest first. POST a <see cref="GrantRequest"/>: a <see cref="GrantRow"/>.</summary>
    public const string Grants = "grants";
    /// <summary>POST without a body, station admin: it ends now. 204.</summary>
    public const string GrantEnd = "grants/{grantId}/end";
    /// <summary>GET, vendor: an array of <see cref="GrantedRow"/>, what is open to the caller now.</summary>
    public const string Mine = "desk/grants";
    /// <summary>GET, the vendor's person whom the grant names, while it lasts: a <see cref="ClaimFileDetail"/>. Each call stands in the station's audit log.</summary>
    public const string File = "desk/grants/{stationId}/{grantId}/file";
    /// <summary>As <see cref="File"/>, with <c>?page=</c>: a <see cref="Page{T}"/> of <see cref="FindingRow"/>.</summary>
    public const string Findings = "desk/grants/{stationId}/{grantId}/findings";
}

/// <param name="LoginName">Of the person of the vendor, as she says it on the phone.</param>
public sealed record GrantRequest(string LoginName, string FileId);
/// <param name="Until">When it ends, or ended, by itself.</param>
/// <param name="EndedAt">Set when the station ended it before.</param>
public sealed record GrantRow(string GrantId, string PersonName, string FileId, DateTimeOffset GivenAt, DateTimeOffset Until, DateTimeOffset? EndedAt, bool Live);
public sealed record GrantedRow(string GrantId, string StationId, string StationName, DateTimeOffset Until);
