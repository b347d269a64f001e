using ClaimsCloud.Domain.Fees;

namespace ClaimsCloud.Application.Shared;

/// <summary>
/// One station's data, and nothing else: whoever holds it is inside that tenant, and no method below takes a tenant id. It is made from a
/// validated token or from a message's own envelope, never from what a caller says.
/// </summary>
/// <param name="StationCode">7 digits.</param>
public sealed record TenantScope(TenantId Id, string StationName, string StationCode, IDocuments Documents, IBlobs Blobs, IParkedMessages Messages, TimeProvider Time, IdSource Ids) {
    /// <summary>The fee tables of this installation; the same for all its stations.</summary>
    public FeeSchedules Fees { get; init; } = FeeSchedules.BuiltIn;

    public DateTimeOffset Now => Time.GetUtcNow();

    public Batch Batch() => new(Ids);

    public Task<CommitResult> Commit(Batch batch, CancellationToken stop) => Documents.Commit(batch, stop);
}
