using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Shared;

internal static class RowPages {
    /// <summary>One page of the rows of a blob that a search lets through; an empty one before the blob is there.</summary>
    public static async Task<Page<T>> Of<T>(string? blob, string? search, int? page, Func<T, string?[]> texts, TenantScope tenant, CancellationToken stop) where T : class {
        var number = Paging.Number(page);
        if (blob is null) return new([], 0, number, Paging.Size);
        Func<T, bool>? filter = string.IsNullOrWhiteSpace(search) ? null : row => Paging.Matches(search, texts(row));
        var (items, total) = await new RowsReader<T>(tenant.Blobs, blob).Page(filter, number, Paging.Size, stop);
        return new(items, total, number, Paging.Size);
    }
}
