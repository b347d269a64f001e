using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A file that came up from a terminal, under the key its connector made. It is kept as it came.</summary>
internal sealed record EdgeFile(string Name, string Blob, long Size, string DeviceId, EdgeReceipt Receipt) {
    public static readonly DocumentKind<EdgeFile> Kind = new("edge-file");
}

/// <summary>A file arrived and waits to be understood.</summary>
internal sealed record EdgeFileReceived(string ContentKey);
