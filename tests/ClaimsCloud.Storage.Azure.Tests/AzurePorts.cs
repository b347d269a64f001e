using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Azure.Tests.Servers;

namespace ClaimsCloud.Storage.Azure.Tests;

// One subclass a suite. The tests themselves are inherited: a backend cannot leave one out.

public sealed class CosmosDocumentsPort(AzureServers servers) : DocumentsContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class CosmosQueriesPort(AzureServers servers) : QueryContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class AzureBlobsPort(AzureServers servers) : BlobsContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class CosmosOutboxPort(AzureServers servers) : OutboxContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class CosmosRowsPort(AzureServers servers) : RowsContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class CosmosLayoutsPort(AzureServers servers) : LayoutContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class CosmosStoresLayoutsPort(AzureServers servers) : StoresLayoutContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}

public sealed class AzureRemovals(AzureServers servers) : RemovalContract {
    private readonly AzureData data = AzureData.On(servers);
    protected override ValueTask<IStores> OpenStores() => data.Open(Time, Signal);
    protected override ValueTask DeleteData() => data.Delete();
}
