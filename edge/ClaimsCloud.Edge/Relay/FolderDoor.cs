namespace ClaimsCloud.Edge.Relay;

/// <summary>The uplink's door in a shared folder. An empty answer says that the cloud cannot be reached; what nobody fetches goes after an hour.</summary>
internal sealed class FolderDoor(Uplink uplink, string share, TimeProvider time) {
    private static readonly TimeSpan Unfetched = TimeSpan.FromHours(1);
    private readonly Dictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    public async Task Run(CancellationToken stop) {
        while (!stop.IsCancellationRequested) {
            try {
                LookAround(stop);
            } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
                // The share is away; it will come back.
            }
            try {
                await Task.Delay(FolderCarrier.Look, time, stop);
            } catch (OperationCanceledException) {
                break;
            }
        }
        await Task.WhenAll(_underWay.Values);
    }

    private void LookAround(CancellationToken stop) {
        foreach (var done in _underWay.Where(w => w.Value.IsCompleted).Select(w => w.Key).ToList()) _underWay.Remove(done);
        var requests = Path.Combine(share, Envelopes.ToUplink);
        if (!Directory.Exists(requests)) return;
        foreach (var path in Directory.GetFiles(requests, "*" + FolderCarrier.Extension)) {
            var number = Path.GetFileNameWithoutExtension(path);
            if (Envelopes.IsNumber(number) && !_underWay.ContainsKey(number)) _underWay[number] = Answer(number, path, stop);
        }
        var answers = new DirectoryInfo(Path.Combine(share, Envelopes.ToTerminal));
        if (!answers.Exists) return;
        foreach (var old in answers.GetFiles("*" + FolderCarrier.Extension))
            if (time.GetUtcNow().UtcDateTime - old.LastWriteTimeUtc > Unfetched) FolderCarrier.Remove(old.FullName);
    }

    private async Task Answer(string number, string path, CancellationToken stop) {
        byte[] answer = [];
        try {
            if (new FileInfo(path).Length <= Envelopes.Largest) answer = await uplink.Pass(number, await File.ReadAllBytesAsync(path, stop), stop);
        } catch (EnvelopeException e) {
            // Whoever wrote it gets no answer, and no second look.
            uplink.Refused(e);
            FolderCarrier.Remove(path);
            return;
        } catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or OperationCanceledException) {
            // The empty answer.
        }
        try {
            FolderCarrier.Put(Path.Combine(share, Envelopes.ToTerminal, number + FolderCarrier.Extension), answer);
        } catch (Exception e) when (e is IOException or UnauthorizedAccessException) {
            // The terminal asks again.
        }
        FolderCarrier.Remove(path);
    }
}
