using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsCloud.Hosting;

/// <summary>
/// The number under which a call stands in the logs and traces of every host it went through: the trace id of W3C Trace Context. The gateway makes it, answers with it and shows it on error
/// pages; nobody outside can choose it.
/// </summary>
public static class RequestId {
    public const string Header = "X-Request-Id";

    /// <summary>32 hexadecimal digits; of the call that runs now, or of nothing when none does.</summary>
    public static string Current => (Activity.Current?.TraceId ?? default).ToHexString();

    /// <summary>The framework begins a span only where somebody listens or logs; a call has its number in any case.</summary>
    static RequestId() => ActivitySource.AddActivityListener(new() { ShouldListenTo = source => source.Name == "Microsoft.AspNetCore", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData });

    /// <summary>For the public door: what a caller sends of a trace is not read, and each call begins one.</summary>
    public static void AddOwnRequestIds(this IServiceCollection services) => services.AddSingleton<DistributedContextPropagator>(new NothingFromOutside());

    private sealed class NothingFromOutside : DistributedContextPropagator {
        private readonly DistributedContextPropagator inward = CreateDefaultPropagator();

        public override IReadOnlyCollection<string> Fields => inward.Fields;

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => inward.Inject(activity, carrier, setter);

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
