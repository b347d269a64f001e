using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Cases.Applying;

/// <summary>A draft that nobody went on with holds a name and a phone number for nothing.</summary>
internal static class ForgetOldDrafts {
    public static async Task Handle(PlatformScope platform, CancellationToken stop) {
        var old = IndexRange.Between("", SortKeys.Of(platform.Now - StationApplication.DraftLife));
        await foreach (var draft in platform.Documents.All(StationApplication.Kind, StationApplication.ByDraft, old, stop))
            await platform.Commit(platform.Batch().Delete(draft), stop);
    }
}
