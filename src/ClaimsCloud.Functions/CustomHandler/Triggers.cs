using ClaimsCloud.Application.Shared;
using ClaimsCloud.Application.Tenancy;

namespace ClaimsCloud.Functions.CustomHandler;

/// <summary>What each trigger of the Functions host is for, by the name of its function. Timers have no text; a queue's is the scope that was woken.</summary>
internal sealed class Triggers {
    private readonly Dictionary<string, Func<string, CancellationToken, Task>> run = new(StringComparer.Ordinal);

    public Triggers(EndpointTable table, OutboxWakes wakes, PlatformScope platform) {
        foreach (var timer in table.Timers) run.Add(timer.Name, (_, stop) => timer.Handler(platform, stop));
        run.Add(FunctionNames.Sweep, (_, stop) => wakes.Sweep(stop));
        foreach (var queue in FunctionNames.Queues(table)) {
            Queues.Add(FunctionNames.ForQueue(queue));
            run.Add(FunctionNames.ForQueue(queue), (wake, stop) => wakes.Deliver(queue, ScopeName.Parse(wake), stop));
        }
    }

    public IEnumerable<string> All => run.Keys;

    public HashSet<string> Queues { get; } = new(StringComparer.Ordinal);

    public Task Run(string function, string wake, CancellationToken stop) => run[function](wake, stop);
}
