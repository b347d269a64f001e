using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ClaimsCloud.Hosting;

/// <summary>
/// Traces, metrics and logs of a host, sent to a collector by OTLP (HTTP, protobuf) where one is named; without one nothing is collected. Hosts speak of calls by their declared route and of
/// work by its name: see <see cref="NoNames"/> for what a span may say.
/// </summary>
public static class Telemetry {
    /// <summary>Our own spans and measures have this name: messages and timers.</summary>
    public const string OwnName = "ClaimsCloud";

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", OwnName];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Runtime", OwnName];

    /// <param name="service">Name of the host, for example <c>gateway</c>.</param>
    /// <param name="collector">Root address of the collector; null for none.</param>
    public static void AddTelemetry(this WebApplicationBuilder builder, string service, Uri? collector) {
        if (collector is null) return;
        var about = ResourceBuilder.CreateEmpty().AddService($"claimscloud-{service}", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3), autoGenerateServiceInstanceId: true);
        builder.Logging.AddOpenTelemetry(logs => {
            logs.SetResourceBuilder(about);
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter(To(collector, "v1/logs"));
        });
        builder.Services.AddHostedService(_ => new Collecting(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(about).AddSource(Sources).AddProcessor(new NoNames()).AddOtlpExporter(To(collector, "v1/traces")).Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(about).AddMeter(Meters).AddOtlpExporter(To(collector, "v1/metrics")).Build()));
    }

    /// <summary>First of all middleware: a call's span is named by the route as it is declared, which the framework leaves open.</summary>
    public static void UseNamedSpans(this WebApplication app) => app.Use(async (context, next) => {
        var span = Activity.Current;
        try {
            await next(context);
        } finally {
            if (span is { IsAllDataRequested: true }) {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
                span.DisplayName = $"{context.Request.Method} {route}";
                span.SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
                if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
            }
        }
    });

    private static Action<OtlpExporterOptions> To(Uri collector, string path) => options => (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, path));

    /// <summary>Lives as long as the host; what was collected last goes out as it stops.</summary>
    private sealed class Collecting(TracerProvider traces, MeterProvider measures) : IHostedService, IDisposable {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) {
            traces.ForceFlush(5000);
            measures.ForceFlush(5000);
            return Task.CompletedTask;
        }

        public void Dispose() {
            traces.Dispose();
            measures.Dispose();
        }
    }
}

/// <summary>A span keeps what is on this list and loses the rest: addresses hold search terms, and a search term can be a patient's name.</summary>
internal sealed class NoNames : BaseProcessor<Activity> {
    private static readonly HashSet<string> Kept = [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "server.port", "network.protocol.version", "error.type",
        "claimscloud.scope", "claimscloud.attempts", "claimscloud.outcome",
    ];

    public override void OnEnd(Activity data) {
        foreach (var (name, _) in data.TagObjects.ToList())
            if (!Kept.Contains(name)) data.SetTag(name, null);
    }
}
