using System.Net;
using Azure;
using ClaimsCloud.Application.Shared;
using Microsoft.Azure.Cosmos;

namespace ClaimsCloud.Storage.Azure;

/// <summary>Which errors of Cosmos and of the storage account are outages: throttled, away, broken line, not let in. What they refuse of a request itself is none.</summary>
internal static class AzureOutage {
    /// <summary>The partition has its 20 GB.</summary>
    private const int PartitionFull = 1014;

    public static async Task<T> Of<T>(Func<Task<T>> work, CancellationToken stop) {
        try {
            return await work();
        } catch (Exception e) when (!stop.IsCancellationRequested && TroubleOf(e) is { } trouble) {
            throw new StoreOutageException(trouble, e);
        }
    }

    public static T Of<T>(Func<T> work) {
        try {
            return work();
        } catch (Exception e) when (TroubleOf(e) is { } trouble) {
            throw new StoreOutageException(trouble, e);
        }
    }

    private static StoreTrouble? TroubleOf(Exception error) => error switch {
        CosmosException { StatusCode: HttpStatusCode.Forbidden, SubStatusCode: PartitionFull } => StoreTrouble.Full,
        CosmosException cosmos => IsAway((int)cosmos.StatusCode),
        RequestFailedException failed => IsAway(failed.Status),
        AggregateException { InnerExceptions: { Count: > 0 } all } => all.All(e => TroubleOf(e) is not null) ? StoreTrouble.Away : null,
        // A call that nobody here broke off ran into its own time limit. The last: no token for the account is to be had.
        HttpRequestException or OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException => StoreTrouble.Away,
        _ => error.GetType().Namespace == "Azure.Identity" ? StoreTrouble.Away : null,
    };

    /// <summary>0: no answer. 410 and 449 are Cosmos's "the partition moves" and "try again".</summary>
    private static StoreTrouble? IsAway(int status) => status is 0 or 401 or 403 or 408 or 410 or 429 or 449 or >= 500 ? StoreTrouble.Away : null;
}
