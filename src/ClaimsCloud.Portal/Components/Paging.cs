using ClaimsCloud.Contracts;
using ClaimsCloud.Portal.Words;

namespace ClaimsCloud.Portal.Components;

/// <summary>What a page of rows says about itself.</summary>
internal static class Paging {
    public static int Number(int? page) => Math.Max(1, page ?? 1);

    public static bool HasNext<T>(Page<T> page) => (long)page.Number * page.Size < page.Total;

    /// <summary>A page of rows that are all at hand.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> all, int number, int size) => new([.. all.Skip((int)Math.Min((number - 1L) * size, int.MaxValue)).Take(size)], all.Count, number, size);

    /// <summary>240件中 51〜100件を表示しています。</summary>
    public static string Summary<T>(Page<T> page) {
        if (page.Items.Count == 0) return page.Total == 0 ? "該当するものはありません。" : $"{Amounts.Count(page.Total)}あります。このページには表示するものがありません。";
        var first = ((page.Number - 1L) * page.Size) + 1;
        var last = first + page.Items.Count - 1;
        return last - first + 1 == page.Total ? $"{Amounts.Count(page.Total)}を表示しています。" : $"{Amounts.Count(page.Total)}中 {Amounts.Number(first)}〜{Amounts.Count(last)}目を表示しています。";
    }
}
