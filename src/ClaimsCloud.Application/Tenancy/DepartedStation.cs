using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>A station that nobody enters any more. It stays as the record of what went, and where its data is: in the archive with this seal.</summary>
/// <param name="Entry">Its entry in the directory as it was; it goes into the archive.</param>
/// <param name="Seal">Of the archive that holds all of it; null until that was written and read back.</param>
/// <param name="RemovedAt">Null while anything of it may still be here.</param>
internal sealed record DepartedStation(DocumentRow Entry, DateTimeOffset LeftAt, string? Seal, DateTimeOffset? RemovedAt) {
    public static readonly DocumentIndex<DepartedStation> ByLeaving = new("left", d => SortKeys.Of(d.LeftAt));
    public static readonly DocumentKind<DepartedStation> Kind = new("departed-station", ByLeaving);

    /// <summary>Not the tenant's own id: what has that id goes with it.</summary>
    public static string IdOf(TenantId tenant) => $"left-{tenant.Value}";
}
