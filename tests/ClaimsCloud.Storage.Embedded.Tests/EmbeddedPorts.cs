using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tests.Ports;
using ClaimsCloud.Storage.Embedded.Keys;

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

public sealed class EmbeddedRemovals : RemovalContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EmbeddedLayouts : LayoutContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EmbeddedStoresLayouts : StoresLayoutContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EncryptedDocuments : DocumentsContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal, KeysOfTests.One));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EncryptedQueries : QueryContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal, KeysOfTests.One));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EncryptedBlobs : BlobsContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal, KeysOfTests.One));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EncryptedOutbox : OutboxContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal, KeysOfTests.One));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EncryptedRows : RowsContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal, KeysOfTests.One));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

public sealed class EncryptedLayouts : LayoutContract {
    private readonly DataFolder folder = new();
    protected override ValueTask<IStores> OpenStores() => new(EmbeddedStores.Open(folder.Path, Time, Signal, KeysOfTests.One));
    protected override ValueTask DeleteData() => folder.DisposeAsync();
}

internal static class KeysOfTests {
    public static readonly string FirstLine = StoreKeys.NewLine(1);
    public static readonly StoreKeys One = StoreKeys.Parse(FirstLine);
    public static readonly string SecondLine = StoreKeys.NewLine(2);
    public static readonly StoreKeys Two = StoreKeys.Parse(FirstLine + SecondLine);
    public static readonly StoreKeys Another = StoreKeys.Parse(StoreKeys.NewLine(1));
}
