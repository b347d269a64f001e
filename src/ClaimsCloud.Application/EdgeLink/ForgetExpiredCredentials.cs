using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.EdgeLink;

/// <summary>Codes and assertions that can no longer be used by anybody.</summary>
internal static class ForgetExpiredCredentials {
    public static async Task Handle(PlatformScope platform, CancellationToken stop) {
        await Forget(platform, EnrolmentTicket.Kind, EnrolmentTicket.ByExpiry, stop);
        await Forget(platform, UsedAssertion.Kind, UsedAssertion.ByExpiry, stop);
    }

    private static async Task Forget<T>(PlatformScope platform, DocumentKind<T> kind, DocumentIndex<T> byExpiry, CancellationToken stop) where T : class {
        var range = new IndexRange(null, SortKeys.Of(platform.Now));
        while (true) {
            var page = await platform.Documents.Query(new IndexQuery<T>(kind, byExpiry, range, QueryOrder.Ascending, DocumentLimits.BatchOperations), stop);
            if (page.Items.Count == 0) return;
            // Nothing changes an expired one except another run of this timer, and then the next run finds less to do.
            if (await platform.Commit(page.Items.Aggregate(platform.Batch(), (batch, one) => batch.Delete(one)), stop) != CommitResult.Committed) return;
        }
    }
}
