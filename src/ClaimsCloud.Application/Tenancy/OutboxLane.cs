namespace ClaimsCloud.Application.Tenancy;

/// <summary>One delivery loop at a time for a scope and queue; a wake while it runs makes it look once more.</summary>
internal sealed class OutboxLane(Func<CancellationToken, Task> work) {
    private readonly Lock gate = new();
    private bool again;
    private bool running;

    public Task Running { get; private set; } = Task.CompletedTask;

    public void Wake(CancellationToken stop) {
        lock (gate) {
            again = true;
            if (running) return;
            running = true;
            Running = Task.Run(() => Loop(stop), CancellationToken.None);
        }
    }

    private async Task Loop(CancellationToken stop) {
        while (TakeWake(stop))
            try { await work(stop); } catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    // Looking and leaving happen under one lock, or a wake between the two would be lost.
    private bool TakeWake(CancellationToken stop) {
        lock (gate) {
            running = again && !stop.IsCancellationRequested;
            again = false;
            return running;
        }
    }
}
