using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Functions.Work;

/// <summary>For stores that several hosts share: whoever deploys moves them (<c>layout --To N</c>). A host only looks whether it may read them.</summary>
internal sealed class LayoutCheck(IStores stores, ILogger<LayoutCheck> log) : IHostedService {
    /// <exception cref="StoreLayoutException">The stores are of a newer program: the host does not start.</exception>
    public async Task StartAsync(CancellationToken cancellationToken) {
        try {
            await stores.Open(ScopeName.Platform).Rows.Layout(cancellationToken);
        } catch (Exception e) when (e is not StoreLayoutException && !cancellationToken.IsCancellationRequested) {
            // Nothing is lost: each scope is looked at again when it is opened.
            log.LogError(e, "The layout of the stores could not be read at the start.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
