namespace ClaimsCloud.Application.Shared;

/// <summary>What is not any tenant's: the directory, accounts, enrolment codes, device keys, programs of the connector, and projections for the desk. No patient data, ever.</summary>
public sealed record PlatformScope(IDocuments Documents, IBlobs Blobs, TimeProvider Time, IdSource Ids) {
    public DateTimeOffset Now => Time.GetUtcNow();

    public Batch Batch() => new(Ids);

    public Task<CommitResult> Commit(Batch batch, CancellationToken stop) => Documents.Commit(batch, stop);
}
