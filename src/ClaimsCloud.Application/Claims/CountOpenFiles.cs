using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Claims;

/// <summary>Tells the desk how many files are on their way. Counting anew each time means that no message has to arrive exactly once.</summary>
internal static class CountOpenFiles {
    public static async Task Handle(Received<OpenFilesChanged> message, TenantScope tenant, CancellationToken stop) {
        var was = await tenant.Documents.Get(OpenFiles.Kind, OpenFiles.Id, stop);
        var now = new OpenFiles(await Count(tenant, stop), (was?.Value.Revision ?? 0) + 1);
        var batch = tenant.Batch().Consume(message).SendToPlatform(new OpenFilesCounted(now.Count, now.Revision));
        if (was is null) batch.Create(OpenFiles.Kind, OpenFiles.Id, now);
        else batch.Replace(was, now);
        if (await tenant.Commit(batch, stop) == CommitResult.Conflict) throw new IOException("Open files were counted twice at once.");
    }

    private static async Task<int> Count(TenantScope tenant, CancellationToken stop) {
        var count = 0;
        await foreach (var _ in tenant.Documents.All(ClaimFile.Kind, ClaimFile.ByOpen, IndexRange.All, stop)) count++;
        return count;
    }

    /// <param name="Revision">Lets the desk ignore a count that arrives late.</param>
    private sealed record OpenFiles(int Count, long Revision) {
        public const string Id = "now";
        public static readonly DocumentKind<OpenFiles> Kind = new("open-files");
    }
}
