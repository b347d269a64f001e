using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A connector as its station sees it. What it may do hangs on <see cref="Device"/>, not on this.</summary>
internal sealed record Connector(string Name, DateTimeOffset EnrolledAt, string? Version, DateTimeOffset? LastSeen, long? SkewMilliseconds, int? QueueLength, IReadOnlyList<string> Alarms) {
    public static readonly DocumentIndex<Connector> ByEnrolment = new("enrolled", c => SortKeys.Of(c.EnrolledAt));
    public static readonly DocumentKind<Connector> Kind = new("connector", ByEnrolment);
}

/// <summary>The platform plane knows which tenant and which key a device has: a device says only its id.</summary>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
internal sealed record Device(string TenantId, string Name, string PublicKey, DateTimeOffset EnrolledAt) {
    public static readonly DocumentKind<Device> Kind = new("device");
}

internal sealed record DeviceEnrolled(string DeviceId, string Name, DateTimeOffset At);
