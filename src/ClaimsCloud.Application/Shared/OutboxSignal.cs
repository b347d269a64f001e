using System.Threading.Channels;

namespace ClaimsCloud.Application.Shared;

/// <summary>How a commit with messages wakes the pump. Losing a wake costs time, not a message: the sweep finds it.</summary>
public sealed class OutboxSignal {
    private readonly Channel<ScopeName> woken = Channel.CreateUnbounded<ScopeName>();

    public void Wake(ScopeName scope) => woken.Writer.TryWrite(scope);

    internal IAsyncEnumerable<ScopeName> Read(CancellationToken stop) => woken.Reader.ReadAllAsync(stop);
}
