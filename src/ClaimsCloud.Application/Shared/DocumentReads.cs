using System.Runtime.CompilerServices;

namespace ClaimsCloud.Application.Shared;

internal static class DocumentReads {
    /// <summary>Every document of a range, page after page. What is written meanwhile may be among them or not.</summary>
    public static async IAsyncEnumerable<Stored<T>> All<T>(this IDocuments documents, DocumentKind<T> kind, DocumentIndex<T> index, IndexRange range, [EnumeratorCancellation] CancellationToken stop, QueryOrder order = QueryOrder.Ascending, Continuation? after = null) where T : class {
        var next = after;
        do {
            var page = await documents.Query(new IndexQuery<T>(kind, index, range, order, DocumentLimits.QueryItems, next), stop);
            foreach (var item in page.Items) yield return item;
            next = page.Next;
        } while (next is not null);
    }
}
