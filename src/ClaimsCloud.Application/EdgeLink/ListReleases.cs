using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>What the vendor let out last, with what became of it.</summary>
internal static class ListReleases {
    public static async Task<Ok<List<DeskReleaseRow>>> Handle(PlatformScope platform, CancellationToken stop) {
        var page = await platform.Documents.Query(new IndexQuery<Release>(Release.Kind, Release.ByPublishing, IndexRange.All, QueryOrder.Descending, DocumentLimits.QueryItems), stop);
        return TypedResults.Ok(page.Items.Select(r => Release.Row(r.Id, r.Value)).ToList());
    }
}
