using ClaimsCloud.Application.Shared;
using ClaimsCloud.Contracts;

namespace ClaimsCloud.Application.Months;

internal static class MonthPages {
    /// <summary>One page of the rows that a search lets through.</summary>
    public static Page<T> Of<T>(IEnumerable<T> rows, string? search, int? page, Func<T, string?[]> texts) {
        var number = Paging.Number(page);
        T[] found = [.. rows.Where(r => Paging.Matches(search, texts(r)))];
        return new([.. found.Skip((int)Math.Min((number - 1L) * Paging.Size, found.Length)).Take(Paging.Size)], found.Length, number, Paging.Size);
    }
}
