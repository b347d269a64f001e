using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ClaimsCloud.Application.Shared;

/// <summary>How a commit with messages wakes the pump. Losing a wake costs time, not a message: the sweep finds it.</summary>
public sealed class OutboxSignal {
    private readonly Channel<ScopeName> woken = Channel.CreateUnbounded<ScopeName>();

    public void Wake(ScopeName scope) => woken.Writer.TryWrite(scope);

    internal IAsyncEnumerable<ScopeName> Read(CancellationToken stop) => woken.Reader.ReadAllAsync(stop);

    /// <summary>All that were woken since the last look, each once: a scope with many commits does not hold up another.</summary>
    internal async IAsyncEnumerable<IReadOnlyCollection<ScopeName>> ReadDistinct([EnumeratorCancellation] CancellationToken stop) {
        while (await woken.Reader.WaitToReadAsync(stop)) {
            var scopes = new HashSet<ScopeName>();
            while (woken.Reader.TryRead(out var scope)) scopes.Add(scope);
            yield return scopes;
        }
    }
}
