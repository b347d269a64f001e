namespace ClaimsCloud.Edge;

/// <summary>Ends a call when the other side has been silent for too long. Whoever moves bytes renews it: a slow line may take as long as it needs, a dead one may not.</summary>
internal sealed class Patience : IDisposable {
    private readonly TimeSpan _silenceAllowed;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _ending;

    public Patience(TimeSpan silenceAllowed, TimeProvider time, CancellationToken stop) {
        _silenceAllowed = silenceAllowed;
        _silence = new(silenceAllowed, time);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(stop, _silence.Token);
    }

    public CancellationToken Token => _ending.Token;

    public void Renew() => _silence.CancelAfter(_silenceAllowed);

    public void Dispose() {
        _ending.Dispose();
        _silence.Dispose();
    }
}
