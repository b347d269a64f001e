using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>The newest release that a connector may take and does not run. Days, signatures and approvals the connector judges itself.</summary>
internal static class OfferRelease {
    private const int Remembered = 50;

    public static async Task<ReleaseOffer?> For(WorkRequest request, PlatformScope platform, Caller device, CancellationToken stop) {
        if (request.Program is not { } site || EdgeRelease.VersionOf(request.Version) is not { } runs) return null;
        var releases = await platform.Documents.Query(new IndexQuery<Release>(Release.Kind, Release.ByPublishing, IndexRange.All, QueryOrder.Descending, Remembered), stop);
        var newest = releases.Items.Where(r => r.Value.IsFor(site, device.Id) && r.Value.Notice.Version != site.RolledBack)
            .MaxBy(r => EdgeRelease.VersionOf(r.Value.Notice.Version));
        return newest is not null && EdgeRelease.VersionOf(newest.Value.Notice.Version) > runs ? new(newest.Id, newest.Value.Size, newest.Value.Notice) : null;
    }
}
