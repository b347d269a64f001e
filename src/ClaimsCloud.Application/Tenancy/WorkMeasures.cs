using System.Diagnostics;
using System.Diagnostics.Metrics;
using ClaimsCloud.Application.Shared;

namespace ClaimsCloud.Application.Tenancy;

/// <summary>What became of messages, for whoever collects it: spans and counts by name, never by content.</summary>
internal static class WorkMeasures {
    private const string Name = "ClaimsCloud";
    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("claimscloud.messages", "{message}", "Deliveries by message and outcome.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("claimscloud.message.duration", "s", "How long a handler took.");

    public static async Task<LineAnswer> Of(OutboxMessage message, ScopeName from, Func<Task<LineAnswer>> deliver) {
        var started = Stopwatch.GetTimestamp();
        // Beside the call that wrote it and linked to it, not below: a message may come long after, and more than once.
        var caller = Activity.Current;
        Activity.Current = null;
        ActivityLink[] writer = ActivityContext.TryParse(message.Trace, traceState: null, isRemote: true, out var wrote) ? [new(wrote)] : [];
        using var span = Spans.StartActivity(ActivityKind.Consumer, links: writer, name: $"message {message.Name}");
        try {
            var answer = await deliver();
            var outcome = answer.IsHandled ? "handled" : answer.FailedBy;
            span?.SetTag("claimscloud.scope", $"{from}").SetTag("claimscloud.attempts", message.Attempts).SetTag("claimscloud.outcome", outcome);
            if (!answer.IsHandled) span?.SetStatus(ActivityStatusCode.Error);
            Messages.Add(1, new("claimscloud.message", message.Name), new("claimscloud.outcome", outcome));
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("claimscloud.message", message.Name));
            return answer;
        } finally {
            Activity.Current = caller;
        }
    }
}
