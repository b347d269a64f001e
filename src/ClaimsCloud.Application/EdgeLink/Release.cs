using System.Security.Cryptography;
using System.Text;
using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>A program of the connector on the platform plane, one for each version and runtime. Whether it is sound only the connectors judge, by its signatures.</summary>
/// <param name="Share">Percent of the sites of its last ring.</param>
/// <param name="Running">Connectors that run it.</param>
/// <param name="FailedAt">Devices at which it did not live.</param>
internal sealed record Release(EdgeRelease Notice, string Blob, long Size, int Share, DateTimeOffset PublishedAt, DateTimeOffset? StoppedAt, int Running, IReadOnlyList<string> FailedAt) {
    /// <summary>One PC may be broken by itself; at so many the release is.</summary>
    public const int FailuresAllowed = 2;
    private const int Percents = 100;

    public static readonly DocumentIndex<Release> ByPublishing = new("published", r => SortKeys.Of(r.PublishedAt));
    public static readonly DocumentKind<Release> Kind = new("edge-release", ByPublishing);

    /// <summary>Null when the two cannot name a release.</summary>
    public static string? IdOf(string runtime, string version) =>
        runtime is "win-x64" or "linux-x64" && EdgeRelease.VersionOf(version) is { } known ? $"{runtime}.{known}" : null;

    /// <summary>A site keeps its place in the queue of one version, and has another one in the next version's.</summary>
    public bool IsFor(EdgeProgram site, string deviceId) {
        if (StoppedAt is not null || Notice.Runtime != site.Runtime || Notice.Ring < site.Ring) return false;
        var place = SHA256.HashData(Encoding.UTF8.GetBytes($"{deviceId}\n{Notice.Version}"));
        return site.Ring < Notice.Ring || (place[0] << 8 | place[1]) % Percents < Share;
    }

    public static DeskReleaseRow Row(string id, Release release) => new(id, release.Notice.Version, release.Notice.Runtime, release.Notice.Ring, release.Share, release.Size,
        release.Notice.Approvals.Count, release.PublishedAt, release.StoppedAt, release.Running, release.FailedAt.Count);
}

/// <summary>A connector runs another version than before, or has put one in and out again.</summary>
/// <param name="Former">Null when it never said before.</param>
internal sealed record ProgramChanged(string DeviceId, string Runtime, string Version, string? Former, string? RolledBack);
