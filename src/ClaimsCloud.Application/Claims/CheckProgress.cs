using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Claims;

/// <summary>Lets the screen see how far a check is: some fifty times a file, however long it is.</summary>
internal sealed class CheckProgress(TenantScope tenant, Stored<ClaimFile> file) {
    private const long SmallestStep = 64 * 1024;
    private readonly long step = Math.Max(SmallestStep, file.Value.Size / 50);

    /// <summary>The file with its present etag.</summary>
    public Stored<ClaimFile> File { get; private set; } = file;

    public async Task Reached(long bytes, CancellationToken stop) {
        if (bytes < File.Value.CheckedBytes + step) return;
        var batch = tenant.Batch().Replace(File, File.Value with { CheckedBytes = bytes });
        if (await tenant.Commit(batch, stop) != CommitResult.Committed) throw new IOException($"Claim file {File.Id} is being checked twice.");
        File = await tenant.Documents.Get(ClaimFile.Kind, File.Id, stop) ?? throw new IOException($"Claim file {File.Id} is missing.");
    }
}
