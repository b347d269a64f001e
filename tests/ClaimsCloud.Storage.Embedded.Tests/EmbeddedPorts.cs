using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Ports;

namespace ClaimsCloud.Storage.Embedded.Tests;

// One subclass a suite. The tests themselves are inherited: a backend cannot leave one out.

public sealed class EmbeddedDocuments : DocumentsContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EmbeddedQueries : QueryContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EmbeddedBlobs : BlobsContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EmbeddedOutbox : OutboxContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EmbeddedRows : RowsContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}
