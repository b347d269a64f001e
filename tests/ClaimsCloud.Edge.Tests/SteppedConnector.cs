using ClaimsCloud.Testing;

namespace ClaimsCloud.Edge.Tests;

/// <summary>A connector whose rounds the test takes one by one, and which is dropped and made anew on the same data when its process is gone.</summary>
internal sealed class SteppedConnector(Site site, Faults faults, string? data = null, TimeSpan clockOff = default, Func<EdgeOptions, EdgeOptions>? with = null) : IDisposable {
    private readonly ManualTime _time = new(TimeProvider.System.GetUtcNow() + clockOff);
    private EdgeHost? _host;

    public EdgeHost Host => _host ??= EdgeHost.Build((with ?? (options => options))(new EdgeOptions(data ?? site.Data) { Time = _time, Checkpoint = faults.Step }));

    public async Task Round() {
        try {
            await Host.Round(TestContext.Current.CancellationToken);
        } catch (ProcessGoneException) {
            Drop();
        }
        _time.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>Everything the connector knows of is at its end, and it has told.</summary>
    public bool IsAtRest => Host.Ledger.IsComplete && Host.Ledger.OpenJobs().Count == 0 && Host.Ledger.OpenFiles().Count == 0 && Host.Ledger.OpenEvents().Count == 0;

    public void Dispose() => _host?.Dispose();

    public void Drop() {
        _host?.Dispose();
        _host = null;
        if (!faults.LedgerIsLost) return;
        foreach (var file in Directory.GetFiles(site.Data, "ledger.db*")) File.Delete(file);
        faults.LedgerIsLost = false;
    }
}
