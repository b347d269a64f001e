namespace ClaimsCloud.Testing.OnlineClaims;

/// <summary>Stands in for the person at the terminal when nobody is there: uploads what is placed, saves the list, confirms, saves the second list.</summary>
public sealed class AutomaticPerson(OnlineClaimsSystem system, Terminal terminal, TimeSpan lookEvery, TimeProvider time) {
    private readonly HashSet<string> _uploaded = new(StringComparer.Ordinal);
    private readonly Queue<ReceivedFile> _waiting = new();

    /// <summary>A file is uploaded when two looks in a row find it the same: a person, too, waits until it is all there.</summary>
    public async Task Run(CancellationToken stop) {
        var before = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested) {
            system.WriteOn();
            foreach (var path in OnlineClaimsSystem.Placed(terminal)) {
                var file = new FileInfo(path);
                var sight = (file.Length, file.LastWriteTimeUtc);
                if (before.TryGetValue(path, out var earlier) && earlier == sight && _uploaded.Add(path)) _waiting.Enqueue(system.Upload(terminal, path));
                before[path] = sight;
            }
            if (_waiting.TryPeek(out var next) && system.SaveAcceptanceList(next)) {
                _waiting.Dequeue();
                if (system.Confirm(next)) system.SaveConfirmationList(next);
            }
            try {
                await Task.Delay(lookEvery, time, stop);
            } catch (OperationCanceledException) {
                return;
            }
        }
    }
}
