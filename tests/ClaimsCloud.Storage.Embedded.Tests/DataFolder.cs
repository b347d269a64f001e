namespace ClaimsCloud.Storage.Embedded.Tests;

internal sealed class DataFolder : IAsyncDisposable {
    public string Path { get; } = Directory.CreateTempSubdirectory("claimscloud-").FullName;

    public ValueTask DisposeAsync() {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
