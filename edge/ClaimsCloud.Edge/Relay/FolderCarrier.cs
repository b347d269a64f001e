namespace ClaimsCloud.Edge.Relay;

/// <summary>Over a shared folder with a one-way folder for each direction. A file gets its name when it is whole; whoever reads it removes it.</summary>
internal sealed class FolderCarrier(string share, TimeProvider time) : ICarrier {
    public const string Extension = ".env";
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task<byte[]> Exchange(string number, byte[] envelope, CancellationToken stop) {
        var request = Path.Combine(share, Envelopes.ToUplink, number + Extension);
        var answer = Path.Combine(share, Envelopes.ToTerminal, number + Extension);
        try {
            Put(request, envelope);
            while (!File.Exists(answer)) await Task.Delay(Look, time, stop);
            var content = await File.ReadAllBytesAsync(answer, stop);
            File.Delete(answer);
            return content.Length > 0 ? content : throw new HttpRequestException("the uplink has no line to the cloud");
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            throw new HttpRequestException("the shared folder is not there", e);
        } finally {
            Remove(request);
        }
    }

    public static void Put(string path, byte[] content) {
        DurableFiles.MakeFolder(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".part", content);
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>When it cannot be removed now, a question that is asked twice changes nothing.</summary>
    public static void Remove(string path) {
        try {
            File.Delete(path);
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            // The share is away.
        }
    }

    public void Dispose() { }
}
