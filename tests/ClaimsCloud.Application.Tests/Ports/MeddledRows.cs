using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tests.Ports;

/// <summary>Real rows, and somebody who writes once, right before the first change of one.</summary>
internal sealed class MeddledRows(IScopeRows inner, Func<Task> meddle) : IScopeRows {
    /// <summary>How often rows were changed.</summary>
    public int Times { get; private set; }

    public async Task<int> Replace(IReadOnlyList<ScopeRowChange> changes, CancellationToken stop) {
        if (Times++ == 0) await meddle();
        return await inner.Replace(changes, stop);
    }

    public IAsyncEnumerable<ScopeRow> Read(CancellationToken stop) => inner.Read(stop);
    public Task Write(IReadOnlyList<ScopeRow> rows, CancellationToken stop) => inner.Write(rows, stop);
    public Task<ScopeLayout> Layout(CancellationToken stop) => inner.Layout(stop);
    public Task SetLayout(ScopeLayout layout, CancellationToken stop) => inner.SetLayout(layout, stop);
}
