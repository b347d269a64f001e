using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A connector as its station sees it. What it may do hangs on <see cref="Device"/>, not on this.</summary>
/// <param name="Place">The PC and folder it runs in, as it said last.</param>
/// <param name="RivalSeen">When the same identity last called from another place.</param>
internal sealed record Connector(string Name, DateTimeOffset EnrolledAt, string? Version, DateTimeOffset? LastSeen, long? SkewMilliseconds, int? QueueLength, IReadOnlyList<string> Alarms,
    string? Place = null, DateTimeOffset? RivalSeen = null, EdgeHealth? Health = null, DateTimeOffset? RevokedAt = null) {
    /// <summary>As it said last.</summary>
    public EdgeProgram? Program { get; init; }

    /// <summary>When it was heard in the last weeks, oldest first.</summary>
    public IReadOnlyList<HeardDay>? Heard { get; init; }

    public static readonly DocumentIndex<Connector> ByEnrolment = new("enrolled", c => SortKeys.Of(c.EnrolledAt));
    public static readonly DocumentKind<Connector> Kind = new("connector", ByEnrolment);
}

/// <summary>The platform plane knows which tenant and which key a device has: a device says only its id.</summary>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
/// <param name="FormerKeys">Keys that let nobody in any more; what was signed with them stays good.</param>
internal sealed record Device(string TenantId, string Name, string PublicKey, DateTimeOffset EnrolledAt, IReadOnlyList<string>? FormerKeys = null, DateTimeOffset? RevokedAt = null) {
    public static readonly DocumentKind<Device> Kind = new("device");

    public IReadOnlyList<string> Former => FormerKeys ?? [];

    public bool Signed(byte[] what, string proof) => Former.Prepend(PublicKey).Any(key => EdgeProof.Holds(key, what, proof));
}

internal sealed record DeviceEnrolled(string DeviceId, string Name, DateTimeOffset At);
