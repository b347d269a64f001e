using ClaimsCloud.Application.Shared;
using ClaimsCloud.Testing;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>What every contract suite stands on: a backend makes its stores, the suite opens scopes in them. Subclass once a backend, add nothing.</summary>
public abstract class PortContract : IAsyncLifetime {
    protected static readonly DateTimeOffset Start = new(2024, 7, 5, 0, 0, 0, TimeSpan.Zero);
    protected static readonly ScopeName Here = ScopeName.Of(new("here"));
    protected static readonly ScopeName Elsewhere = ScopeName.Of(new("elsewhere"));

    protected ManualTime Time { get; } = new(Start);
    protected SeededIds Ids { get; } = new(1);
    protected OutboxSignal Signal { get; } = new();
    protected IStores Stores { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected Batch Batch() => new(Ids);

    /// <summary>Opens the backend over the same data each time it is called.</summary>
    protected abstract ValueTask<IStores> OpenStores();

    /// <summary>As after a crash: nothing in memory survives.</summary>
    protected async Task Restart() {
        await Stores.DisposeAsync();
        Stores = await OpenStores();
    }

    public async ValueTask InitializeAsync() => Stores = await OpenStores();

    public async ValueTask DisposeAsync() {
        await Stores.DisposeAsync();
        await DeleteData();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask DeleteData();
}
